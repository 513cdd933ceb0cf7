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
