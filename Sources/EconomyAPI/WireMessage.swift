/// A message that is read and written by the table of its fields.
package protocol WireMessage: Hashable, Sendable {
  /// With nothing in it, as a body that leaves all out.
  init()

  /// In the order in which they are written.
  static var fields: FieldTable<Self> { get }
}
