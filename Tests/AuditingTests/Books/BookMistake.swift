/// A line of a book text that says nothing, or too much.
struct BookMistake: Error, Equatable, CustomStringConvertible {
  /// The first is 1.
  var line: Int
  var text: String
  var what: String

  var description: String { "line \(line) of the books: \(what)\n  \(text)" }
}
