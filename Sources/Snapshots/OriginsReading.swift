internal import Invoicing

/// Reads the tables that say what the books were read from.
enum OriginsReading {
  static func inputs(of file: StoredSnapshot) throws(SnapshotError) -> [ExtractInput] {
    var files = KnownWords<ExtractFile>()
    var ignored: [ExtractFile: [String]] = [:]
    try file.rows(of: SnapshotTables.ignoredColumns(EmptyBooks.books)) { row in
      ignored[try row.word(1, &files), default: []].append(row.string(2))
    }
    var inputs: [ExtractInput] = []
    try file.rows(of: SnapshotTables.inputs(EmptyBooks.books)) { row in
      let name = try row.word(1, &files)
      inputs.append(
        ExtractInput(
          file: name, sha256: row.string(2), rows: try row.count(3), rejected: try row.count(4),
          ignoredColumns: ignored[name] ?? []))
    }
    return inputs
  }

  static func vanished(
    of file: StoredSnapshot, _ texts: inout TextTable
  ) throws(SnapshotError) -> VanishedColumns {
    var columns = VanishedColumns()
    var kinds = KnownWords<InvoiceKind>()
    try file.rows(of: SnapshotTables.vanished(EmptyBooks.books, owners: [])) { row in
      columns.sentID.append(row.text(1, in: &texts))
      columns.receivedID.append(row.text(2, in: &texts))
      columns.lastSeen.append(try row.moment(3))
      columns.number.append(row.text(4, in: &texts))
      columns.customer.append(row.text(5, in: &texts))
      columns.kind.append(try row.word(6, &kinds))
      columns.issueDate.append(try row.date(7))
      columns.currency.append(try row.currency(8))
      columns.gross.append(try row.amount(9))
    }
    return columns
  }

  static func documents(of file: StoredSnapshot) throws(SnapshotError) -> [InvoiceDocument] {
    var documents: [InvoiceDocument] = []
    try file.rows(of: SnapshotTables.documents(EmptyBooks.books)) { row in
      documents.append(InvoiceDocument(path: row.string(1), sha256: row.string(2)))
    }
    return documents
  }

  static func rejected(of file: StoredSnapshot) throws(SnapshotError) -> [RejectedRow] {
    var files = KnownWords<ExtractFile>()
    var rejected: [RejectedRow] = []
    try file.rows(of: SnapshotTables.rejected(EmptyBooks.books)) { row in
      rejected.append(
        RejectedRow(
          file: try row.word(1, &files), line: try row.count(2), column: row.string(3),
          reason: row.string(4), raw: row.string(5)))
    }
    return rejected
  }
}
