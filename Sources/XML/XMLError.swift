/// Why a document is refused, and where.
package struct XMLError: Error, Equatable {
  package enum Reason: Equatable, Sendable {
    /// Not a byte was given.
    case empty
    /// libxml2's own words, or ours where it has none.
    case notWellFormed(String)
    case documentType
    /// The name of an entity other than the five that XML itself has.
    case entityReference(String)
    /// The name that the document gives its encoding.
    case unknownEncoding(String)
    case tooDeep
    case tooManyAttributes
    case tooManyNamespaces
    case tagTooLong
    case textTooLong
  }

  package let reason: Reason
  /// Where reading stopped, which is at or after what is wrong; both counted from 1.
  ///
  /// The column is in bytes of UTF-8.
  package let line: Int
  package let column: Int
}

extension XMLError: CustomStringConvertible {
  /// `3:14: not well-formed: …`.
  package var description: String { "\(line):\(column): \(reason)" }
}

extension XMLError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "the document is empty"
    case .notWellFormed(let what): "not well-formed: \(what)"
    case .documentType: "has a document type declaration, which is refused"
    case .entityReference(let name): "refers to the entity '\(name)', which is refused"
    case .unknownEncoding(let name): "is in an encoding that cannot be read: '\(name)'"
    case .tooDeep: "has elements inside each other more than \(XMLLimits.depth) deep"
    case .tooManyAttributes: "has an element with more than \(XMLLimits.attributes) attributes"
    case .tooManyNamespaces:
      "has more than \(XMLLimits.namespaces) namespace declarations in scope"
    case .tagTooLong: "has a tag longer than \(XMLLimits.tag) bytes"
    case .textTooLong: "has a text longer than \(XMLLimits.text) bytes"
    }
  }
}
