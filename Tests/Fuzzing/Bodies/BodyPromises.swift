internal import EconomyAPI

/// What holds for every body of the economy system's API.
///
/// The first byte of an input says what it is to be read as: its kind, alone or in a list, in
/// which format.
enum BodyPromises {
  private static let limits = BodyLimits(bytes: 1 << 16, values: 10_000)

  static func check(_ bytes: [UInt8]) throws {
    guard let choice = bytes.first else { return }
    let body = Body(
      bytes: Array(bytes.dropFirst()), format: choice & 0x10 == 0 ? .xml : .json,
      isList: choice & 0x20 != 0)
    switch choice & 0x0f {
    case 0: try check(body, .clientInvoice) { _ = try? InvoiceTotals($0.rows ?? []) }
    case 1: try check(body, .supplierInvoice)
    case 2: try check(body, .client)
    case 3: try check(body, .user)
    case 4: try check(body, .expense)
    case 5: try check(body, .truthEvent)
    case 6: try checkAlone(body, .companyInformation)
    case 7: try checkAlone(body, .created)
    case 8: try checkAlone(body, .error)
    case 9: try checkAlone(body, .deleted)
    default: try check(body, .supplier)
    }
  }

  private struct Body {
    let bytes: [UInt8]
    let format: WireFormat
    let isList: Bool
  }

  private static func check<Message: WireMessage>(
    _ body: Body, _ form: MessageForm<Message>, _ use: (Message) -> Void = { _ in }
  ) throws(BrokenPromise) {
    guard body.isList else { return try checkAlone(body, form, use) }
    guard
      let list = try read(
        body,
        { body throws(BodyFault) in
          try form.decodeList(body.bytes, as: body.format, within: limits)
        })
    else { return }
    for format in WireFormat.allCases {
      let written = Body(bytes: form.encode(list, as: format), format: format, isList: true)
      let back = try readBack(written) { body throws(BodyFault) in
        try form.decodeList(body.bytes, as: body.format)
      }
      // Lists of JSON are bare arrays.
      let page = format == .xml ? list.page : ListPage()
      try BrokenPromise.unlessEqual(
        back, MessageList(list.items, page: page), "a list read back from \(format)")
    }
  }

  private static func checkAlone<Message: WireMessage>(
    _ body: Body, _ form: MessageForm<Message>, _ use: (Message) -> Void = { _ in }
  ) throws(BrokenPromise) {
    guard
      let message = try read(
        body,
        { body throws(BodyFault) in
          try form.decode(body.bytes, as: body.format, within: limits)
        })
    else { return }
    use(message)
    for format in WireFormat.allCases {
      let written = Body(bytes: form.encode(message, as: format), format: format, isList: false)
      let back = try readBack(written) { body throws(BodyFault) in
        try form.decode(body.bytes, as: body.format)
      }
      try BrokenPromise.unlessEqual(back, message, "a message read back from \(format)")
      try BrokenPromise.unlessEqual(
        form.encode(back, as: format), written.bytes, "bytes written twice as \(format)")
    }
  }

  /// What a body says; nil where it is refused, in one line and with a status of the client's.
  private static func read<Value>(
    _ body: Body, _ decode: (Body) throws(BodyFault) -> Value
  ) throws(BrokenPromise) -> Value? {
    do throws(BodyFault) {
      return try decode(body)
    } catch {
      try BrokenPromise.unlessPrintable(error.description)
      try BrokenPromise.unless([400, 413, 422].contains(error.status), "status of \(error)")
      return nil
    }
  }

  private static func readBack<Value>(
    _ body: Body, _ decode: (Body) throws(BodyFault) -> Value
  ) throws(BrokenPromise) -> Value {
    do throws(BodyFault) {
      return try decode(body)
    } catch {
      throw BrokenPromise(
        "what was written is refused: \(error): \(String(decoding: body.bytes, as: UTF8.self))")
    }
  }
}
