internal import Foundation
internal import GRDB
internal import Invoicing

/// The cells of one row of the journal, each checked.
struct EntryCells {
  private let row: Row

  init(_ row: Row) { self.row = row }

  func text(_ column: String) throws -> String {
    guard let text = optional(column) else { throw bad(column) }
    return text
  }

  func optional(_ column: String) -> String? { String.fromDatabaseValue(row[column]) }

  /// Lines of a text; none where it is empty.
  func list(_ column: String) throws -> [String] {
    let text = try text(column)
    return text.isEmpty ? [] : text.split(separator: "\n").map(String.init)
  }

  func word<Word: CodedWord>(_ column: String) throws -> Word {
    guard let word = Word(try text(column)) else { throw bad(column) }
    return word
  }

  func flag(_ column: String) throws -> Bool {
    guard let number = Int64.fromDatabaseValue(row[column]) else { throw bad(column) }
    return number != 0
  }

  func bytes(_ column: String) throws -> [UInt8] {
    guard let data = Data.fromDatabaseValue(row[column]) else { throw bad(column) }
    return Array(data)
  }

  func moment(_ column: String = "at") throws -> Moment {
    guard let number = Int64.fromDatabaseValue(row[column]) else { throw bad(column) }
    return Moment(microseconds: number)
  }

  func currency() throws -> Currency {
    guard let currency = Currency(try text("currency")) else { throw bad("currency") }
    return currency
  }

  func money(_ column: String, _ currency: Currency) throws -> Money {
    guard let amount = Int128(try text(column)) else { throw bad(column) }
    return Money(amount, currency)
  }

  func bad(_ column: String) -> BadEntry {
    BadEntry(entry: Int64.fromDatabaseValue(row["entry"]) ?? 0, column: column)
  }
}
