/// Why nothing more could be drawn into books.
package struct DrawError: Error, Hashable, CustomStringConvertible {
  /// What the books refused.
  package let operation: String
  package let refusal: Refusal

  package var description: String {
    "the books refuse \(operation) (\(refusal.message)): draw into new ones"
  }
}
