internal import Invoicing

extension Cells {
  /// The SQL by which a view shows a column, alias `r`, in plain words.
  func shown(as name: String) -> [String] {
    switch self {
    case .heads(let heads): return Self.heads("r.\"\(name)\"", heads)
    case .secondsBeyond, .partiesBeyond: return []
    default: return ["\(expression("r.\"\(name)\"", name)) AS \"\(name)\""]
    }
  }

  private func expression(_ cell: String, _ name: String) -> String {
    switch self {
    case .references: Self.id(cell, in: Self.ledger(of: name).name)
    case .ledgerReferences: Self.idOfLedger(cell)
    case .rarities: "coalesce(\(cell), 0)"
    case .totals: "coalesce(\(cell), r.\"net\" + r.\"vat\" + coalesce(r.\"rounding\", 0))"
    case .seconds, .optionalSeconds:
      "CASE typeof(\(cell)) WHEN 'integer' "
        + "THEN strftime('%Y-%m-%dT%H:%M:%SZ', \(cell), 'unixepoch') ELSE \(cell) END"
    case .codes(_, let words): Self.word(cell, words)
    case .currencyPlaces: Self.currency(cell)
    default: cell
    }
  }

  /// The ledger whose ids a column of references has.
  static func ledger(of name: String) -> Ledger {
    ["credits", "mirror_id", "sent_id"].contains(name) ? .sent : .received
  }

  private static func heads(_ cell: String, _ heads: InvoiceHeads) -> [String] {
    let kinds = InvoiceKind.allCases.map(\.word)
    let issued = "(\(cell) >> 12 & 4194303) + \(InvoiceHead.firstDay)"
    let second = "(\(cell) >> 34 & \(InvoiceHead.noSecond))"
    let due = """
      CASE \(second) WHEN 0 THEN NULL WHEN \(InvoiceHead.noSecond) THEN \(day("r.\"due_date\""))
        ELSE \(day("(\(issued) + \(second) - 1)")) END AS "due_date"
      """
    return [
      "\(word("(\(cell) & 1)", kinds)) AS \"kind\"",
      "\(word("(\(cell) >> 1 & 7)", heads.words)) AS \"status\"",
      "\(currency("(\(cell) >> 4 & 255)")) AS \"currency\"",
      "\(day("(\(issued))")) AS \"issue_date\"",
      heads.hasDueDates ? due : party(second, InvoiceHead.noSecond, "supplier"),
      party("(\(cell) >> 44)", InvoiceHead.noParty, heads.partyName),
    ]
  }

  private static func day(_ number: String) -> String { "date(\(number) * 86400, 'unixepoch')" }

  private static func party(_ number: String, _ none: UInt32, _ name: String) -> String {
    """
    (SELECT "name" FROM "parties" WHERE "place" =
        CASE \(number) WHEN \(none) THEN r."\(name)" ELSE \(number) END) AS "\(name)"
    """
  }

  private static func word(_ code: String, _ words: [StaticString]) -> String {
    let cases = words.enumerated().map { "WHEN \($0) THEN '\($1)'" }
    return "CASE \(code) \(cases.joined(separator: " ")) END"
  }

  private static func currency(_ place: String) -> String {
    "(SELECT \"code\" FROM \"currencies\" WHERE \"place\" = \(place) + 1)"
  }

  private static func id(_ cell: String, in ledger: String) -> String {
    let table = SnapshotTables.storedName(of: ledger)
    return "CASE typeof(\(cell)) WHEN 'integer' "
      + "THEN (SELECT \"id\" FROM \"\(table)\" WHERE \"row\" = \(cell)) ELSE \(cell) END"
  }

  private static func idOfLedger(_ cell: String) -> String {
    let cases = Ledger.allCases.map { "WHEN \($0.rawValue) THEN \(id(cell, in: $0.name))" }
    return "CASE r.\"ledger\" \(cases.joined(separator: " ")) END"
  }
}
