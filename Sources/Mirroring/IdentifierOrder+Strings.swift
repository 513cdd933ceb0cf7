internal import Invoicing

extension IdentifierOrder {
  static func isBefore(_ a: String, _ b: String) -> Bool {
    precedes(a.utf8.span, b.utf8.span)
  }
}
