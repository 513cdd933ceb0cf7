/// Reads one document of JSON (RFC 8259), strictly, into a tree with places.
struct JSONReader {
  private let bytes: [UInt8]
  private var next = 0
  private var line = 1
  private var lineStart = 0
  private var valuesLeft: Int
  private let limit: Int

  private init(_ bytes: [UInt8], values: Int) {
    self.bytes = bytes
    valuesLeft = values
    limit = values
  }

  static func read(_ body: [UInt8], values: Int) throws(BodyFault) -> WireValue {
    var reader = JSONReader(body, values: values)
    try reader.requireUTF8()
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { reader.next = 3 }
    reader.skipSpace()
    guard reader.next < body.count else { throw reader.fault(.empty) }
    let value = try reader.value(depth: 1)
    reader.skipSpace()
    guard reader.next == body.count else { throw reader.fault(.afterEnd) }
    return value
  }

  private mutating func value(depth: Int) throws(BodyFault) -> WireValue {
    guard depth <= BodyLimits.depth else { throw fault(.tooDeep(BodyLimits.depth)) }
    valuesLeft -= 1
    guard valuesLeft >= 0 else { throw .tooLarge(limit: limit, .values) }
    let (line, column) = (line, column)
    let content: WireValue.Content
    switch peek {
    case nil: throw fault(.endsEarly)
    case UInt8(ascii: "{"): content = .object(try members(depth: depth))
    case UInt8(ascii: "["): content = .list(try items(depth: depth))
    case UInt8(ascii: "\""): content = .text(try string())
    case UInt8(ascii: "t"): content = try word("true", .truth(true))
    case UInt8(ascii: "f"): content = try word("false", .truth(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || byte &- 48 < 10:
      content = .number(try number())
    default: throw fault(.expected("a value"))
    }
    var value = WireValue(content, line: line, column: column)
    value.isJSON = true
    return value
  }

  private mutating func members(depth: Int) throws(BodyFault) -> [WireMember] {
    var members: [WireMember] = []
    next += 1
    if try !beginsItem(UInt8(ascii: "}"), isFirst: true) { return [] }
    repeat {
      guard peek == UInt8(ascii: "\"") else { throw unexpected("a name in quotes") }
      let name = try string()
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw unexpected("':'") }
      next += 1
      skipSpace()
      members.append(WireMember(name: name, value: try value(depth: depth + 1)))
    } while try beginsItem(UInt8(ascii: "}"), isFirst: false)
    return members
  }

  private mutating func items(depth: Int) throws(BodyFault) -> [WireValue] {
    var items: [WireValue] = []
    next += 1
    if try !beginsItem(UInt8(ascii: "]"), isFirst: true) { return [] }
    repeat {
      items.append(try value(depth: depth + 1))
    } while try beginsItem(UInt8(ascii: "]"), isFirst: false)
    return items
  }

  /// Goes on to the next item of a container; false where the container ends instead.
  private mutating func beginsItem(_ end: UInt8, isFirst: Bool) throws(BodyFault) -> Bool {
    skipSpace()
    if peek == end {
      next += 1
      return false
    }
    if isFirst { return true }
    guard peek == UInt8(ascii: ",") else {
      throw unexpected("',' or '\(Character(UnicodeScalar(end)))'")
    }
    next += 1
    skipSpace()
    return true
  }

  private mutating func word(
    _ text: StaticString, _ content: WireValue.Content
  ) throws(BodyFault) -> WireValue.Content {
    let letters = text.description.utf8
    guard bytes[next...].starts(with: letters) else { throw fault(.expected("a value")) }
    next += letters.count
    return content
  }

  private mutating func number() throws(BodyFault) -> String {
    let start = next
    if peek == UInt8(ascii: "-") { next += 1 }
    let first = peek
    let whole = skipDigits()
    guard whole == 1 || (whole > 1 && first != 48) else { throw fault(.number) }
    if peek == UInt8(ascii: ".") {
      next += 1
      guard skipDigits() > 0 else { throw fault(.number) }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      next += 1
      if peek == UInt8(ascii: "-") || peek == UInt8(ascii: "+") { next += 1 }
      guard skipDigits() > 0 else { throw fault(.number) }
    }
    return String(decoding: bytes[start..<next], as: UTF8.self)
  }

  private mutating func skipDigits() -> Int {
    let start = next
    while let byte = peek, byte &- 48 < 10 { next += 1 }
    return next - start
  }
}

/// Strings.
extension JSONReader {
  private mutating func string() throws(BodyFault) -> String {
    next += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        next += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try appendEscaped(to: &text)
      case 0..<32:
        throw fault(.control)
      default:
        text.append(byte)
        next += 1
      }
    }
    throw fault(.endsEarly)
  }

  private mutating func appendEscaped(to text: inout [UInt8]) throws(BodyFault) {
    guard next + 1 < bytes.count else { throw fault(.endsEarly) }
    switch bytes[next + 1] {
    case UInt8(ascii: "u"): return try appendUnicode(to: &text)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case let byte where "\"\\/".utf8.contains(byte): text.append(byte)
    default: throw fault(.escape)
    }
    next += 2
  }

  /// `\u` and four digits, or twice that for a character beyond the first plane.
  private mutating func appendUnicode(to text: inout [UInt8]) throws(BodyFault) {
    guard var code = unit(at: next) else { throw fault(.escape) }
    var length = 6
    if (0xD800..<0xDC00).contains(code) {
      guard let low = unit(at: next + 6), (0xDC00..<0xE000).contains(low) else {
        throw fault(.escape)
      }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      length = 12
    }
    guard let scalar = UnicodeScalar(code) else { throw fault(.escape) }
    text.append(contentsOf: String(Character(scalar)).utf8)
    next += length
  }

  /// The number behind `\u`, or nil.
  private func unit(at place: Int) -> UInt32? {
    guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u"),
      let pair = Hexadecimal.bytes(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self)),
      pair.count == 2
    else { return nil }
    return UInt32(pair[0]) << 8 | UInt32(pair[1])
  }
}

/// Places.
extension JSONReader {
  private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

  private var column: Int { next - lineStart + 1 }

  private func fault(_ what: Malformation) -> BodyFault {
    .malformed(line: line, column: column, what)
  }

  private func unexpected(_ what: String) -> BodyFault {
    fault(peek == nil ? .endsEarly : .expected(what))
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 32 || byte == 9 || byte == 10 || byte == 13 {
      next += 1
      if byte == 10 { (line, lineStart) = (line + 1, next) }
    }
  }

  private func requireUTF8() throws(BodyFault) {
    if String(validating: bytes, as: UTF8.self) != nil { return }
    // The first character that the decoder replaces stands where the bytes before it end.
    var (line, column) = (1, 1)
    var decoder = UTF8()
    var input = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&input) {
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + UTF8.width(scalar))
    }
    throw .malformed(line: line, column: column, .notUTF8)
  }
}
