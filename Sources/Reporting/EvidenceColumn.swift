/// The columns that a fact may have as attributes in `report.xml`, which `report.xsd` types: those
/// of the extract, and what a snapshot remembers of an invoice that has vanished.
enum EvidenceColumn {
  /// The attribute for a column; nil where the schema has none.
  static func attribute(_ column: String) -> StaticString? { attributes[column] }

  static var names: [String] { all.map { "\($0)" } }

  private static let attributes: [String: StaticString] = Dictionary(
    uniqueKeysWithValues: all.map { ("\($0)", $0) })

  private static let all: [StaticString] = [
    "id", "number", "supplier", "customer", "kind", "issue_date", "due_date", "currency", "net",
    "vat", "rounding", "gross", "status", "credits", "reference", "mirror_of", "idempotency_key",
    "created_at", "ended_at", "document", "received_id", "processed", "processed_at", "mirror_id",
    "ledger", "invoice_id", "line", "description", "quantity", "unit_price", "vat_rate", "name",
    "sha256", "bytes", "attempted_at", "outcome", "sent_id", "last_seen",
  ]
}
