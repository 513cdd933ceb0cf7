internal import EconomyAPI

/// An answer of the wire, whatever its status.
struct PEAnswer: Sendable {
  var status: Int
  var contentType: String?
  /// In seconds.
  var retryAfter: Int?
  /// `Idempotent-Replayed: true`.
  var isReplay = false
  var body: [UInt8] = []

  /// The body's message, of an answer that is good.
  func message<Message>(_ form: MessageForm<Message>) throws(SystemFailure) -> Message {
    let format = try format
    do {
      return try form.decode(body, as: format, within: .answer)
    } catch {
      throw .unreadable("\(error)")
    }
  }

  func list<Message>(
    _ form: MessageForm<Message>
  ) throws(SystemFailure) -> MessageList<Message> {
    let format = try format
    do {
      return try form.decodeList(body, as: format)
    } catch {
      throw .unreadable("\(error)")
    }
  }

  /// The failure that the status says; nil: the answer is good.
  ///
  /// `isCreate`: the request bore an idempotency key.
  func failure(isCreate: Bool) -> SystemFailure? {
    switch status {
    case 200..<300: return nil
    case 429: return .rateLimited(retryAfterSeconds: retryAfter)
    case 501: return refusal
    case 408, 500...: return .unavailable(status: status, retryAfterSeconds: retryAfter)
    case 400..<500: return isCreate ? keyFailure ?? refusal : refusal
    default: return .unreadable("status \(status)")
    }
  }

  /// What the status of a create says of its key.
  private var keyFailure: SystemFailure? {
    switch status {
    case 409: .keyInUse
    case 410: .keyOfTheGone(id: Self.firstNumber(in: said.message))
    // The other 422 says that the body itself is wrong.
    case 422 where said.code != "out-of-range": .keyBoundToAnotherBody
    default: nil
    }
  }

  private var refusal: SystemFailure {
    let said = said
    return .refused(status: status, code: said.code, message: said.message)
  }

  /// What the body says of a refusal; empty where it says nothing that can be read.
  private var said: APIFailure {
    guard let format = try? format,
      let failure = try? MessageForm.error.decode(body, as: format)
    else { return APIFailure() }
    return failure
  }

  private var format: WireFormat {
    get throws(SystemFailure) {
      guard let format = WireFormat.ofBody(contentType: contentType) else {
        throw .unreadable("its Content-Type is '\(contentType ?? "")'")
      }
      return format
    }
  }

  private static func firstNumber(in text: String) -> String? {
    let digits = text.utf8.drop { $0 &- 48 > 9 }.prefix { $0 &- 48 < 10 }
    return digits.isEmpty ? nil : String(Substring(digits))
  }
}
