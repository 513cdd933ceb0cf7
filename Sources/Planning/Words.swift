internal import Invoicing

/// How a plan's sentences name invoices and money.
enum Words {
  static func money(_ money: Money) -> String { "\(money.decimal) \(money.currency.code)" }

  static func received(_ invoice: ReceivedInvoice) -> String {
    "\(invoice.number) of \(invoice.supplier)"
  }

  static func sent(_ invoice: SentInvoice) -> String {
    let number = invoice.number.map { " (\($0))" } ?? ""
    return "\(invoice.id)\(number) to \(invoice.customer), \(money(invoice.gross))"
  }

  static func count(_ count: Int, _ thing: String) -> String {
    "\(count) \(thing)\(count == 1 ? "" : "s")"
  }

  /// The words in their order, each once.
  static func once(_ words: [String]) -> [String] {
    var known: Set<String> = []
    return words.filter { known.insert($0).inserted }
  }

  /// `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) and \(last)"
  }
}
