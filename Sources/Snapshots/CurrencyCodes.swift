internal import Invoicing

/// The codes of currencies as bytes, each made once.
struct CurrencyCodes {
  /// Three capital letters, or three zeros where there is no currency.
  struct Code {
    var a: UInt8 = 0
    var b: UInt8 = 0
    var c: UInt8 = 0
  }

  private var known = [Code?](repeating: nil, count: Currency.count)

  mutating func code(of currency: Currency?) -> Code {
    guard let currency else { return Code() }
    if let code = known[currency.ordinal] { return code }
    let letters = Array(currency.code.utf8)
    let code = Code(a: letters[0], b: letters[1], c: letters[2])
    known[currency.ordinal] = code
    return code
  }
}
