internal import Invoicing

/// Numbers that are the same for the same text of two books, so that rows are compared without
/// strings.
struct TextMarks {
  /// By text; nil where a text's own index is its mark.
  private let marks: [UInt64]?

  /// The marks of the books behind.
  static let own = TextMarks(marks: nil)

  private init(marks: [UInt64]?) { self.marks = marks }

  /// The marks of texts by what they are in the other books; of those that these lack, beyond any
  /// index.
  init(of texts: TextTable, in other: TextTable) {
    marks = (0..<UInt32(texts.count)).map { index in
      other.find(texts.bytes(of: Text(index: index))).map { UInt64($0.index) }
        ?? UInt64(index) | 1 << 32
    }
  }

  subscript(text: Text) -> UInt64 { marks?[Int(text.index)] ?? UInt64(text.index) }
}
