package import Auditing
internal import GRDB
package import Invoicing
internal import Snapshots

extension Workspace {
  /// Remembers which actions mended which findings; the same again changes nothing.
  package func remember(_ mendings: [Mending]) throws(WorkspaceError) {
    try database.write { db in
      for mending in mendings {
        try db.execute(
          sql: """
            INSERT OR IGNORE INTO mendings
              (fingerprint, plan, action, kind, at, at_microseconds, invoice_ids)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            mending.fingerprint, mending.planID, mending.actionID, mending.kind.name,
            mending.at.description, mending.at.microseconds,
            mending.invoiceIDs.joined(separator: ";"),
          ])
      }
    }
  }

  /// What was mended until a moment, the earliest first.
  package func mendings(until moment: Moment) throws(WorkspaceError) -> [Mending] {
    try database.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT fingerprint, plan, action, kind, at_microseconds, invoice_ids FROM mendings
          WHERE at_microseconds <= ? ORDER BY at_microseconds, plan, action, fingerprint
          """, arguments: [moment.microseconds])
      return try rows.map { row in
        let kind: String = row[3]
        let invoices: String = row[5]
        guard let kind = RepairKind(kind) else {
          throw BadStoredCell(row: 0, column: "kind", expected: "one of \(RepairKind.words)")
        }
        return Mending(
          fingerprint: row[0], actionID: row[2], kind: kind, planID: row[1],
          at: Moment(microseconds: row[4]),
          invoiceIDs: invoices.split(separator: ";").map(String.init))
      }
    }
  }
}
