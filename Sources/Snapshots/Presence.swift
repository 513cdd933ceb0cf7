internal import Invoicing

/// Which texts are the id of a sent invoice.
struct Presence {
  private var isID: [Bool]

  /// - Parameter texts: how many texts the table has that the ids stand in.
  init(of ids: [Text], texts: Int) {
    isID = Array(repeating: false, count: texts)
    for id in ids { isID[Int(id.index)] = true }
  }

  /// A text that was added later is nobody's id.
  func has(_ text: Text) -> Bool { Int(text.index) < isID.count && isID[Int(text.index)] }

  func has(_ bytes: Span<UInt8>, _ texts: TextTable) -> Bool {
    texts.find(bytes).map(has) ?? false
  }
}
