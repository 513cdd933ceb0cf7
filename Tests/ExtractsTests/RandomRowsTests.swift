import Extracts
import Invoicing
import Testing

/// Random rows in random forms are read back as they were.
@Suite struct RandomRowsTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `rows in any quoting are read back equal`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let columns = ["received_id", "idempotency_key", "attempted_at", "outcome", "sent_id"]
      .shuffled(using: &random)
    let rows = (0..<Int.random(in: 0...6000, using: &random)).map { _ in
      Dictionary(uniqueKeysWithValues: columns.map { ($0, Self.value(of: $0, &random)) })
    }
    var text = Self.line(columns, &random)
    for row in rows { text += Self.line(columns.map { row[$0, default: ""] }, &random) }
    let extract = try ExtractOnDisk(["attempts.csv": text])
    let books = try extract.read()
    let attempts = books.attempts
    try #require(attempts.count == rows.count, "seed \(seed)")
    for (index, row) in rows.enumerated() {
      let read = [
        "received_id": books.texts.string(attempts.receivedID[index]),
        "idempotency_key": books.texts.string(attempts.idempotencyKey[index]),
        "attempted_at": attempts.attemptedAt[index].description,
        "outcome": attempts.outcome[index].name,
        "sent_id": books.texts.string(attempts.sentID[index]),
      ]
      if read != row { Issue.record("seed \(seed), row \(index): \(read) is not \(row)") }
    }
  }

  private static func value(of column: String, _ random: inout SeededGenerator) -> String {
    switch column {
    case "attempted_at":
      Moment(microseconds: Int64.random(in: -(1 << 52)...1 << 52, using: &random)).description
    case "outcome": AttemptOutcome.allCases.randomElement(using: &random)?.name ?? ""
    case "idempotency_key": text(from: Array("ab1,\"\n\r; å\u{1F600}\t"), 0...40, &random)
    case "received_id": text(from: Array("ab12,\"å:-"), 1...20, &random)
    default: text(from: Array("0123456789"), 0...9, &random)
    }
  }

  private static func text(
    from alphabet: [Character], _ length: ClosedRange<Int>, _ random: inout SeededGenerator
  ) -> String {
    String(
      (0..<Int.random(in: length, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      })
  }

  private static func line(_ cells: [String], _ random: inout SeededGenerator) -> String {
    cells.map { cell in
      let mustQuote = cell.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
      guard mustQuote || Int.random(in: 0..<4, using: &random) == 0 else { return cell }
      return "\"\(cell.replacing("\"", with: "\"\""))\""
    }.joined(separator: ",") + (Bool.random(using: &random) ? "\n" : "\r\n")
  }
}
