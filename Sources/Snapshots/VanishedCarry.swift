package import Invoicing

/// Carries forward what the economy system has forgotten since the snapshot before.
package enum VanishedCarry {
  /// Sets `before` and `vanished` of books that were read from a new extract.
  ///
  /// An invoice stands in `vanished` that is absent from `sent`, and was linked or stood in
  /// `vanished` in the snapshot before; by id (`IdentifierOrder`). One that was linked and issued
  /// before `coversFrom` is not there because nobody asked for it: it is unknown, and left out.
  /// `receivedID` is that of the snapshot before; attempts and flags, which go before it, are the
  /// audit's.
  ///
  /// - Throws: `SnapshotError`, where the file of the snapshot before cannot be read.
  package static func carry(
    from path: String, into draft: inout BooksDraft
  ) throws(SnapshotError) {
    let header = try SnapshotReader.header(of: path)
    let file = try StoredSnapshot(path)
    var texts = draft.texts
    draft.texts = TextTable()
    defer { draft.texts = texts }
    let present = Presence(of: draft.sent.invoices.id, texts: texts.count)
    var forgotten: [Forgotten] = []
    let missing = try missing(from: present, in: file, texts)
    for start in stride(from: 0, to: missing.count, by: batch) {
      let rows = missing[start..<min(start + batch, missing.count)]
      forgotten += try invoices(rows, lastSeen: header.extract.takenAt, in: file, &texts)
    }
    let still = try stillVanished(present, in: file, &texts)
    let before = SnapshotBefore(identity: header.identity, takenAt: header.extract.takenAt)
    conclude(forgotten, still, before, texts, &draft)
  }

  /// `new` were linked in the snapshot before, `still` had vanished there already.
  static func conclude(
    _ new: [Forgotten], _ still: [Forgotten], _ before: SnapshotBefore, _ texts: TextTable,
    _ draft: inout BooksDraft
  ) {
    var forgotten = new
    if let covers = draft.header.coversFrom { forgotten.removeAll { $0.issueDate < covers } }
    forgotten += still
    forgotten.sort {
      IdentifierOrder.precedes(texts.bytes(of: $0.sentID), texts.bytes(of: $1.sentID))
    }
    draft.before = before
    draft.vanished = VanishedColumns(forgotten)
  }

  /// How many invoices are asked for at a time.
  private static let batch = 500

  /// The row numbers of the linked sent invoices that are absent now.
  ///
  /// Reads the ids alone: both tables are walked once, side by side.
  private static func missing(
    from present: Presence, in file: StoredSnapshot, _ texts: TextTable
  ) throws(SnapshotError) -> [UInt32] {
    var untold = try UntoldLinks(of: file)
    var missing: [UInt32] = []
    let table = SnapshotTables.ledgers(of: EmptyBooks.coding)[Int(ExtractFile.sent.rawValue)]
    let columns = try file.storedColumns(of: table)
    let (id, mirrorOf) = (columns["id"], columns["mirror_of"])
    try file.records(of: table, columns) { (row) throws(BadStoredCell) in
      let number = try row.rowNumber()
      let isLinked = untold.isLinked(number) ?? row.isInteger(mirrorOf)
      if isLinked, !present.has(try row.bytes(id), texts) { missing.append(number) }
    }
    guard untold.areAllMet else {
      throw .damaged(path: file.path, detail: "a link names a sent invoice that is not there")
    }
    return missing
  }

  private static func invoices(
    _ rows: ArraySlice<UInt32>, lastSeen: Moment, in file: StoredSnapshot,
    _ texts: inout TextTable
  ) throws(SnapshotError) -> [Forgotten] {
    var found: [Forgotten] = []
    var kinds = KnownWords<InvoiceKind>()
    try file.rows(
      """
      SELECT s."row", s."id", r."id", s."number", s."customer", s."kind", s."issue_date",
        s."currency", s."gross"
      FROM "links" l JOIN "sent" s ON s."row" = l."sent_row"
        JOIN "received" r ON r."row" = l."received_row"
      WHERE l."sent_row" IN (\(rows.map(String.init).joined(separator: ", ")))
      """
    ) { row in
      found.append(
        Forgotten(
          sentID: row.text(1, in: &texts), receivedID: row.text(2, in: &texts),
          lastSeen: lastSeen, number: row.text(3, in: &texts), customer: row.text(4, in: &texts),
          kind: try row.word(5, &kinds), issueDate: try row.date(6),
          currency: try row.currency(7), gross: try row.amount(8)))
    }
    guard found.count == rows.count else {
      throw .damaged(path: file.path, detail: "a link names a received invoice that is not there")
    }
    return found
  }

  private static func stillVanished(
    _ present: Presence, in file: StoredSnapshot, _ texts: inout TextTable
  ) throws(SnapshotError) -> [Forgotten] {
    let columns = try OriginsReading.vanished(of: file, &texts)
    return (0..<columns.count).map { Forgotten(columns, row: $0) }
      .filter { !present.has($0.sentID) }
  }
}
