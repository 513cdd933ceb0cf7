/// A column of texts of which most are absent; where all are, it takes no memory.
package struct RareTexts: Sendable {
  private var column = RareColumn(Text.absent)

  package init() {}

  package var count: Int { column.count }

  /// Whether all are absent.
  package var areNone: Bool { column.isCommon }

  package subscript(row: Int) -> Text { column[row] }

  package mutating func append(_ text: Text) { column.append(text) }
}
