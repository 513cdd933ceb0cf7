/// What a document may not exceed, so that time and memory stay in proportion to its size.
///
/// libxml2 2.9 compares each attribute and each namespace of a tag with those before it, and walks
/// the namespaces in scope for every name: hence the limits on tag, attributes and namespaces.
package enum XMLLimits {
  /// Elements inside each other.
  package static let depth = 256
  /// Attributes of one element.
  package static let attributes = 512
  /// Namespace declarations in scope at one place.
  package static let namespaces = 512
  /// Bytes of one tag, in UTF-8; noticed when a piece that is fed ends in it.
  package static let tag = 256 * 1024
  /// Bytes between two tags, in UTF-8; also of one comment (libxml2's own limit).
  package static let text = 10_000_000
}
