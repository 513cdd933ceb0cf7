internal import Invoicing

/// Compares the files of two extracts row by row.
struct TableComparison {
  private let before: Books
  private let after: Books
  private let marksBefore: TextMarks

  init(_ before: Books, _ after: Books) {
    self.before = before
    self.after = after
    marksBefore = TextMarks(of: before.texts, in: after.texts)
  }

  func difference(of table: LedgerTable) -> TableDifference {
    let (old, new) = (table.id(before), table.id(after))
    var difference = TableDifference(
      file: table.file, rowsBefore: before.has(table.file) ? old.count : nil,
      rowsAfter: after.has(table.file) ? new.count : nil)
    let partners = table.hasIDs ? partnersByID(old, new) : partnersByContent(table, old, new)
    var hasPartner = [Bool](repeating: false, count: new.count)
    for partner in partners where partner >= 0 { hasPartner[partner] = true }
    let sorted = sorted(table, before)
    difference.removed = sorted.filter { partners[$0] < 0 }.map { removed(table, $0) }
    difference.added = self.sorted(table, after).filter { !hasPartner[$0] }
      .map { added(table, $0) }
    if table.hasIDs {
      difference.changed = sorted.filter { partners[$0] >= 0 }
        .compactMap { changed(table, $0, partners[$0]) }
    }
    return difference
  }

  /// For each row before the one behind with its id, or -1.
  private func partnersByID(_ old: [Text], _ new: [Text]) -> [Int] {
    var places: [UInt64: [Int]] = [:]
    for row in new.indices.reversed() { places[TextMarks.own[new[row]], default: []].append(row) }
    return old.map { places[marksBefore[$0]]?.popLast() ?? -1 }
  }

  /// For each row before one behind that is the same in everything, or -1.
  private func partnersByContent(_ table: LedgerTable, _ old: [Text], _ new: [Text]) -> [Int] {
    var places: [[UInt64]: [Int]] = [:]
    for row in new.indices.reversed() {
      places[marks(table, after, row, .own, new[row]), default: []].append(row)
    }
    return old.indices.map { row in
      places[marks(table, before, row, marksBefore, old[row])]?.popLast() ?? -1
    }
  }

  private func marks(
    _ table: LedgerTable, _ books: Books, _ row: Int, _ texts: TextMarks, _ id: Text
  ) -> [UInt64] {
    [texts[id]] + table.columns.map { $0.mark(books, row, texts) }
  }

  /// Places by id, then by the rows' numbers.
  private func sorted(_ table: LedgerTable, _ books: Books) -> [Int] {
    let ids = table.id(books)
    let rows = table.rows(books)
    return ids.indices.sorted { a, b in
      let byID = books.compareIDs(ids[a], ids[b])
      return byID != 0 ? byID < 0 : rows[a] < rows[b]
    }
  }

  private func removed(_ table: LedgerTable, _ row: Int) -> RowDifference {
    RowDifference(
      id: before.string(table.id(before)[row]), rowBefore: table.rows(before)[row], rowAfter: nil,
      columns: words(table, before, row).map { .init(name: $0, before: $1, after: "") })
  }

  private func added(_ table: LedgerTable, _ row: Int) -> RowDifference {
    RowDifference(
      id: after.string(table.id(after)[row]), rowBefore: nil, rowAfter: table.rows(after)[row],
      columns: words(table, after, row).map { .init(name: $0, before: "", after: $1) })
  }

  /// The columns that are not empty.
  private func words(_ table: LedgerTable, _ books: Books, _ row: Int) -> [(String, String)] {
    table.columns.map { ($0.name, $0.word(books, row)) }.filter { !$0.1.isEmpty }
  }

  /// Nil where nothing differs.
  private func changed(_ table: LedgerTable, _ old: Int, _ new: Int) -> RowDifference? {
    let columns = table.columns.filter {
      $0.mark(before, old, marksBefore) != $0.mark(after, new, .own)
    }
    if columns.isEmpty { return nil }
    return RowDifference(
      id: after.string(table.id(after)[new]), rowBefore: table.rows(before)[old],
      rowAfter: table.rows(after)[new],
      columns: columns.map {
        .init(name: $0.name, before: $0.word(before, old), after: $0.word(after, new))
      })
  }
}
