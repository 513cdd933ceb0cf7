package import Invoicing

/// A cell, row or header line that cannot be read, as an error shows it.
package struct BadCell: Equatable, Sendable {
  package let file: ExtractFile
  /// The line on which the row begins; the header's is 1.
  package let line: Int
  /// The column's name; empty where the row as a whole is at fault.
  package let column: String
  package let fault: CellFault
  /// The path of the document that the value was read from, or that does not have it either.
  package let document: String?
  package let excerpt: RowExcerpt

  /// What is wrong, without file, line and column.
  package var reason: String {
    guard let document else { return fault.sentence }
    if case .missingValue = fault { return "\(fault.sentence), nor in the document '\(document)'" }
    return "\(fault.sentence) (in the document '\(document)')"
  }
}

extension BadCell: CustomStringConvertible {
  /// Where and what, the row with a mark under the fault, and what was expected.
  package var description: String {
    let place = "\(file.name):\(line): " + (column.isEmpty ? "" : "\(column.printable): ")
    return place + reason + "\n" + excerpt.description + "  expected: \(fault.expected)"
  }
}
