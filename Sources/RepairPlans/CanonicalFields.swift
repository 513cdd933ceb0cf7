internal import Digests
internal import Invoicing

/// The fields of a plan, one after the other, as its digest reads them.
///
/// Each is ended by U+001F, and a list is preceded by how many it has. A character that XML cannot
/// carry counts as what the writer puts in its place, so that a plan read back has the same digest.
struct CanonicalFields {
  private var digest = SHA256Digest()

  mutating func add(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    for scalar in text.unicodeScalars { bytes.append(contentsOf: String(carried(scalar)).utf8) }
    bytes.append(0x1f)
    digest.update(bytes)
  }

  mutating func add(_ text: String?) { add(text ?? "") }

  mutating func add(_ money: Money) {
    add(money.decimal)
    add(money.currency.code)
  }

  mutating func add<Value>(_ list: [Value], _ each: (inout Self, Value) -> Void) {
    add(String(list.count))
    for value in list { each(&self, value) }
  }

  func hexDigits() -> String { digest.hexDigits() }

  private func carried(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0a, 0x0d: scalar
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{fffd}"
    case 0x7f: "\u{2421}"
    case 0xfffe, 0xffff: "\u{fffd}"
    default: scalar
    }
  }
}
