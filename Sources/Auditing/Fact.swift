package import Invoicing

/// One piece of a finding's evidence: a row of the books, and what of it counts.
package struct Fact: Equatable, Sendable {
  /// Where it stands.
  package enum Origin: Equatable, Sendable {
    /// The number of a data row in a file of the extract; the first is 1.
    case row(ExtractFile, UInt32)
    /// What an earlier snapshot, an attempt or a flag remembers of an invoice that is gone.
    case vanished
  }

  /// A column of the row, and what stands in it.
  package struct Field: Equatable, Sendable {
    package var column: FactColumn
    package var value: String

    package init(_ column: FactColumn, _ value: String) {
      self.column = column
      self.value = value
    }
  }

  package var origin: Origin
  package var fields: [Field]
  /// The fact in words; every id and moment of the fields stands in it.
  package var phrase: String

  package init(origin: Origin, fields: [Field], phrase: String) {
    self.origin = origin
    self.fields = fields
    self.phrase = phrase
  }
}
