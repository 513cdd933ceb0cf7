internal import Invoicing
internal import XML

/// A start tag whose attributes are each read once, none passed over in silence.
struct Tag {
  let name: String
  let line: Int
  private var attributes: [String: String] = [:]

  init(_ element: borrowing XMLElement) {
    name = element.localName.string
    line = element.line
    var attributes: [String: String] = [:]
    element.attributes.visit { name, namespace, value in
      // One in a namespace is none of ours, and stays behind to be refused.
      let isOurs = namespace.isEmpty
      attributes[isOurs ? name.string : "{\(namespace.string)}\(name.string)"] = value.string
    }
    self.attributes = attributes
  }

  func wrong(_ detail: String) -> PlanError.Place {
    PlanError.Place(line: line, detail: "<\(name)> \(detail)")
  }

  func has(_ name: String) -> Bool { attributes[name] != nil }

  mutating func text(ifAny name: String) -> String? { attributes.removeValue(forKey: name) }

  mutating func text(_ name: String) throws(PlanError.Place) -> String {
    guard let value = text(ifAny: name) else { throw wrong("lacks the attribute '\(name)'") }
    return value
  }

  /// A text of so many small hexadecimal digits.
  mutating func digits(_ name: String, _ count: Int) throws(PlanError.Place) -> String {
    let value = try text(name)
    let isHex = value.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard isHex, value.utf8.count == count else {
      throw wrong("\(name): expected \(count) hexadecimal digits, not '\(value)'")
    }
    return value
  }

  mutating func digits(
    ifAny name: String, _ count: Int
  ) throws(PlanError.Place) -> String? {
    has(name) ? try digits(name, count) : nil
  }

  mutating func word<Word: CodedWord>(_ name: String) throws(PlanError.Place) -> Word {
    let value = try text(name)
    guard let word = Word(value) else {
      throw wrong("\(name): expected one of \(Word.words), not '\(value)'")
    }
    return word
  }

  mutating func flag(_ name: String) throws(PlanError.Place) -> Bool {
    let value = try text(name)
    guard value == "true" || value == "false" else {
      throw wrong("\(name): expected true or false, not '\(value)'")
    }
    return value == "true"
  }

  mutating func moment(_ name: String) throws(PlanError.Place) -> Moment {
    let value = try text(name)
    guard let moment = Moment(value.utf8.span) else {
      throw wrong("\(name): expected a moment as 2023-05-31T06:00:00Z, not '\(value)'")
    }
    return moment
  }

  mutating func currency() throws(PlanError.Place) -> Currency {
    let value = try text("currency")
    guard let currency = Currency(value) else {
      throw wrong("currency: there is no currency '\(value)'")
    }
    return currency
  }

  mutating func money(
    _ name: String, _ currency: Currency
  ) throws(PlanError.Place) -> Money {
    Money(Int128(try decimal(name, places: currency.decimals)), currency)
  }

  /// A decimal with so many places, as a whole number of its last place.
  mutating func decimal(_ name: String, places: Int) throws(PlanError.Place) -> Int64 {
    let value = try text(name)
    do throws(DecimalFault) {
      return try DecimalReading.read(value.utf8.span, decimals: places)
    } catch {
      throw wrong("\(name): expected a decimal with at most \(places) places, not '\(value)'")
    }
  }

  mutating func count(ifAny name: String) throws(PlanError.Place) -> Int? {
    guard let value = text(ifAny: name) else { return nil }
    guard let number = Int(value) else {
      throw wrong("\(name): expected a whole number, not '\(value)'")
    }
    return number
  }

  /// Refuses attributes that nobody asked for: one of them may change what is meant.
  func refuseOthers() throws(PlanError.Place) {
    guard let other = attributes.keys.min() else { return }
    throw wrong("has an attribute '\(other)', and there is none such")
  }
}
