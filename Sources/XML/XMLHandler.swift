/// What an `XMLStream` calls as it reads.
///
/// Comments and processing instructions are passed over. What a handler throws ends the parse and
/// comes out of `feed` or `finish` as it is.
package protocol XMLHandler: ~Copyable {
  mutating func startElement(_ element: borrowing XMLElement) throws

  /// Character data, CDATA or not. The text between two tags may come in any number of pieces,
  /// cut between characters; together they are at most `XMLLimits.text` bytes.
  mutating func text(_ text: borrowing XMLBytes) throws

  mutating func endElement(localName: borrowing XMLBytes, namespace: borrowing XMLBytes) throws

  /// Asked after each event: true ends the parse, and what follows is not even read for errors.
  var isDone: Bool { get }
}

extension XMLHandler where Self: ~Copyable {
  package var isDone: Bool { false }
}
