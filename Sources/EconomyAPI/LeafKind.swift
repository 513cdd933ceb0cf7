internal import Invoicing

/// A kind of plain value: what it may be, and how it is read and written.
///
/// XML has text alone. In JSON a number may also be given as a string, which is read the same.
struct LeafKind<Value: Sendable>: Sendable {
  let expected: ExpectedValue
  /// Nil where the value is not of the kind.
  let read: @Sendable (WireValue) -> Value?
  let leaf: @Sendable (Value) -> WireLeaf
  /// What counts as left out.
  private(set) var absent: @Sendable (String) -> Bool = { _ in false }

  /// Nil where the element says that it has none.
  func value(of value: WireValue, named name: String) throws(BodyFault) -> Value? {
    if case .null = value.content { return nil }
    if let word = value.word, absent(word) { return nil }
    if let read = read(value) { return read }
    throw .outOfRange(element: name, value: value.excerpt, expected: expected)
  }

  /// Of what is text in JSON too.
  private init(
    _ expected: ExpectedValue, parse: @escaping @Sendable (String) -> Value?,
    print: @escaping @Sendable (Value) -> String
  ) {
    self.expected = expected
    read = { value in value.word.flatMap(parse) }
    leaf = { .text(print($0)) }
  }

  private init(
    _ expected: ExpectedValue, within range: @escaping @Sendable (DecimalNumber) -> Value?,
    digits: @escaping @Sendable (Value) -> String
  ) {
    self.expected = expected
    read = { value in value.figure.flatMap { DecimalNumber($0) }.flatMap(range) }
    leaf = { .number(digits($0)) }
  }
}

extension LeafKind where Value == String {
  /// Any text that XML can carry; a number counts as its text.
  static let text = LeafKind(.text) { value in
    switch value.content {
    case .text(let text): text.isPlain ? text : nil
    case .number(let text): text
    default: nil
    }
  } leaf: {
    .text($0)
  }

  /// Of an invoice or an account: a number in the vendor's books, so also in JSON where it can be.
  static let documentNumber = LeafKind(.documentNumber) { value in
    switch value.content {
    case .text(let text) where text.isPlain && text.utf8.count <= 64 && !text.isBlank: text
    case .number(let text): Int64(text).map { String($0) }
    default: nil
    }
  } leaf: { number in
    Int64(number).map { String($0) } == number ? .number(number) : .text(number)
  }

  /// An empty one is left out, as the .NET client sends it.
  static let currency = LeafKind(.currency) {
    Currency($0)?.code
  } print: {
    $0
  }.leavingOut { $0.isEmpty }
}

extension LeafKind where Value == Int64 {
  static let identifier = LeafKind(.identifier) { number in
    number.units(places: 0).flatMap { $0 >= 0 ? $0 : nil }
  } digits: {
    String($0)
  }

  static let amount = LeafKind(.amount) { number in
    number.units(places: 0).flatMap { $0.magnitude < DecimalReading.limit.magnitude ? $0 : nil }
  } digits: {
    String($0)
  }
}

extension LeafKind where Value == DecimalNumber {
  static let decimal = LeafKind(.decimal) {
    $0
  } digits: {
    $0.description
  }

  static let percent = LeafKind(.percent) { number in
    number.units(places: 4).flatMap { (0...1_000_000).contains($0) ? number : nil }
  } digits: {
    $0.description
  }

  static let rate = LeafKind(.rate) { number in
    number.digits > 0 ? number : nil
  } digits: {
    $0.description
  }
}

extension LeafKind where Value == Bool {
  /// In XML also `1` and `0`, as XML Schema has it.
  static let truth = LeafKind(.truth) { value in
    if case .truth(let truth) = value.content { return truth }
    switch value.word {
    case "true", "1": return true
    case "false", "0": return false
    default: return nil
    }
  } leaf: {
    .truth($0)
  }
}

extension LeafKind where Value == CalendarDate {
  /// With the zone that XML Schema allows, which says nothing here; `0001-01-01` is left out: it
  /// is how .NET says that there is none.
  static let date = LeafKind(.date) { (text: String) -> CalendarDate? in
    let (day, zone) = (Array(text.utf8.prefix(10)), text.utf8.dropFirst(10))
    guard let date = CalendarDate(day.span) else { return nil }
    let midnight = Array("2000-01-01T00:00:00".utf8) + zone
    return zone.isEmpty || Moment(midnight.span) != nil ? date : nil
  } print: {
    $0.description
  }.leavingOut { $0.hasPrefix("0001-01-01") }
}

extension LeafKind where Value == Moment {
  static let moment = LeafKind(.moment) {
    Moment(Array($0.utf8).span)
  } print: {
    $0.description
  }
}

extension LeafKind where Value == [UInt8] {
  /// Small letters are written, both are read.
  static let hexadecimal = LeafKind(.hexadecimal) {
    Hexadecimal.bytes($0)
  } print: {
    Hexadecimal.text($0)
  }
}

extension LeafKind {
  private init(
    _ expected: ExpectedValue, value: @escaping @Sendable (WireValue) -> Value?,
    leaf: @escaping @Sendable (Value) -> WireLeaf
  ) {
    self.expected = expected
    read = value
    self.leaf = leaf
  }
  private func leavingOut(_ absent: @escaping @Sendable (String) -> Bool) -> Self {
    var kind = self
    kind.absent = absent
    return kind
  }
}
