internal import Invoicing

extension Cells {
  /// The SQL by which a view shows a column, alias `r`, in plain words.
  func shown(as name: String) -> [String] {
    if case .states(let states) = self { return Self.states(name, states.words) }
    return ["\(expression("r.\"\(name)\"", name)) AS \"\(name)\""]
  }

  private func expression(_ cell: String, _ name: String) -> String {
    switch self {
    case .parties: "(SELECT \"name\" FROM \"parties\" WHERE \"place\" = \(cell))"
    case .references: Self.id(cell, in: Self.ledger(of: name).name)
    case .ledgerReferences: Self.idOfLedger(cell)
    case .rarities: "coalesce(\(cell), 0)"
    case .totals: "coalesce(\(cell), r.\"net\" + r.\"vat\" + coalesce(r.\"rounding\", 0))"
    case .days, .optionalDays: "date(\(cell) * 86400, 'unixepoch')"
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

  private static func states(_ name: String, _ statuses: [StaticString]) -> [String] {
    let cell = "r.\"\(name)\""
    let kinds = InvoiceKind.allCases.map(\.word)
    return [
      "\(word("(\(cell) & 1)", kinds)) AS \"kind\"",
      "\(word("(\(cell) >> 1 & 7)", statuses)) AS \"status\"",
      "\(currency("(\(cell) >> 4)")) AS \"currency\"",
    ]
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
