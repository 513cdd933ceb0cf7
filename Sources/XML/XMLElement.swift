/// A start tag, its prefixes resolved; there only while the event is being handled.
package struct XMLElement: ~Copyable {
  package let localName: XMLBytes
  /// Empty when the element is in none.
  package let namespace: XMLBytes
  package let attributes: XMLAttributes
  /// Where the tag ends, counted from 1.
  package let line: Int
  /// In bytes of UTF-8.
  package let column: Int

  package func isNamed(_ localName: StaticString, in namespace: StaticString) -> Bool {
    self.localName == localName && self.namespace == namespace
  }
}
