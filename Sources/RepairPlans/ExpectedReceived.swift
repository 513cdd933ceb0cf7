/// That a received invoice is there, and says what it said.
package struct ExpectedReceived: Equatable, Sendable {
  package var id: String
  /// Whether it must be cancelled, or must not: a mirror of a cancelled one is cancelled only as
  /// long as it is.
  package var isCancelled: Bool
  /// `InvoiceContent.digest` of it.
  package var content: String
  /// `InvoiceContent.digest` of its lines; nil where the extract had none.
  package var lines: String?

  package init(id: String, isCancelled: Bool, content: String, lines: String?) {
    self.id = id
    self.isCancelled = isCancelled
    self.content = content
    self.lines = lines
  }
}
