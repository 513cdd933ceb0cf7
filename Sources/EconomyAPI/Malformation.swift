internal import Invoicing

/// What makes a body unreadable.
package enum Malformation: Hashable, Sendable {
  case empty
  case notUTF8
  /// Why XML is refused, in words of the reader of XML.
  case xml(String)
  /// JSON has something else than what may stand there.
  case expected(String)
  case endsEarly
  case control
  case escape
  case number
  case tooDeep(Int)
  case afterEnd
  case root(found: String, expected: [String])
  case notAnObject(expected: String)
  case notAList(expected: String)
  /// The element stands there a second time.
  case twice(String)
}

extension Malformation: CustomStringConvertible {
  /// The words after line and column.
  package var description: String {
    switch self {
    case .empty: "the body is empty"
    case .notUTF8: "the body is not UTF-8"
    case .xml(let words): words.printable
    case .expected(let what): "\(what) was expected"
    case .endsEarly: "the body ends too early"
    case .control: "a control character stands in a string; write it as \\u and four digits"
    case .escape: "an escape sequence that JSON does not have"
    case .number: "a number that JSON does not have"
    case .tooDeep(let limit): "more than \(limit) lists and objects inside each other"
    case .afterEnd: "something stands after the end of the document"
    case .root(let found, let expected):
      "the root is '\(found)'; '\(expected.joined(separator: "' or '"))' was expected"
    case .notAnObject(let expected): "an object was expected, with the elements of '\(expected)'"
    case .notAList(let expected): "a list was expected: '\(expected)'"
    case .twice(let element): "'\(element)' stands there twice"
    }
  }
}
