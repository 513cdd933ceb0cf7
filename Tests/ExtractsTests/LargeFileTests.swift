import Digests
import Extracts
import Invoicing
import Testing

/// Files of many chunks, which one core reads for the other.
@Suite struct LargeFileTests {
  private static let header = "received_id,processed,mirror_id\n"
  private static let count = 40_000

  private static func row(_ number: Int) -> String { "R\(number),true,S\(number)\n" }

  /// Many rows, some of them others than usual.
  private static func table(_ others: [Int: String]) -> String {
    header + (1...count).map { others[$0] ?? row($0) }.joined()
  }

  @Test func `rows longer than a chunk stand among the others in their order`() throws {
    let long = [10: 200_000, 11: 900_000, 20_000: 300_000, Self.count: 150_000].mapValues {
      String(repeating: "å,\n\"\"", count: $0 / 6)
    }
    var others: [Int: String] = [:]
    for (number, text) in long { others[number] = "R\(number),true,\"\(text)\"\n" }
    let extract = try ExtractOnDisk(["processed.csv": Self.table(others)])
    let books = try extract.read(quarantine: true)
    let good = (1...Self.count).filter { long[$0] == nil }
    #expect((0..<books.flags.count).map { Int(books.flags.row[$0]) } == good)
    #expect(books.flags.receivedID.map { books.texts.string($0) } == good.map { "R\($0)" })
    #expect(books.inputs[2].rows == Self.count)
    #expect(books.inputs[2].rejected == long.count)
    let raw = long.keys.sorted().map { (others[$0] ?? "").dropLast() }
    #expect(books.rejected.map(\.raw) == raw.map(String.init))
  }

  @Test func `faults are told with their lines wherever they are`() throws {
    let extract = try ExtractOnDisk([
      "processed.csv": Self.table([
        9: "\n", 10: "R10,true,\"\(String(repeating: "x", count: 1_000_000))\"\n\n", 11: "\n",
        30_000: "R30000,perhaps,\n", 35_000: "\n", 39_999: "R1,true,\n",
      ])
    ])
    let books = try extract.read(quarantine: true)
    #expect(books.rejected.map(\.line) == [10, 12, 13, 30_002, 35_002, 40_001])
    #expect(books.rejected.map(\.raw) == ["", "", "", "R30000,perhaps,", "", "R1,true,"])
    #expect(extract.failure().contains("processed.csv:30002: processed: 'perhaps'"))
  }

  @Test func `a byte that is no UTF-8 is found in the last chunk`() throws {
    let extract = try ExtractOnDisk()
    let good = Array(Self.table([:]).utf8)
    try extract.write(good + [0x52, 0xff] + Array(",true,\n".utf8), "processed.csv")
    #expect(extract.failure().hasPrefix("processed.csv:40002: received_id: "))
  }

  @Test func `all faults are counted`() throws {
    let bad = (1...Self.count).map { "R\($0),perhaps,\n" }.joined()
    let extract = try ExtractOnDisk(["processed.csv": Self.header + bad])
    #expect(extract.failure().hasSuffix("and \(Self.count - 50) more that are not shown"))
  }

  @Test func `the line where an id came first is told of ids far apart`() throws {
    let extract = try ExtractOnDisk([
      "processed.csv": Self.table([
        7: "R7,true,\"S\n7\"\n", 9: "R9,perhaps,\n", 20: "R20,true,\"S\n\n20\"\n",
        30_000: "R21,true,\n", 39_000: "R8,true,\nR9,true,\n", 39_001: "R8,true,\n",
      ])
    ])
    let faults = extract.failure().split(separator: "\n").filter { $0.contains(" already") }
    #expect(
      faults == [
        "processed.csv:30004: received_id: the invoice 'R21' has its flag on line 25 already",
        "processed.csv:39004: received_id: the invoice 'R8' has its flag on line 10 already",
        "processed.csv:39006: received_id: the invoice 'R8' has its flag on line 10 already",
      ])
  }

  @Test(arguments: [0, 1, 400_000, 1_000_000]) func `the digest is that of all bytes`(
    long: Int
  ) throws {
    let text = String(repeating: "x", count: long)
    let file =
      "\u{feff}"
      + Self.table([
        9: "\n\n", 5000: "R5000,true,\"\(text)\"\n", 5001: String(repeating: "\n", count: long),
        30_000: "R30000,true,\"\(text)\"\n",
      ]) + String(repeating: "\r\n", count: long / 2)
    var digest = SHA256Digest()
    digest.update(Array(file.utf8))
    let books = try ExtractOnDisk(["processed.csv": file]).read(quarantine: true)
    #expect(books.inputs[2].sha256 == digest.hexDigits())
  }

  @Test func `a header at fault is told before many rows`() throws {
    let extract = try ExtractOnDisk([
      "processed.csv": Self.table([:]).replacing("processed", with: "done")
    ])
    #expect(extract.failure().hasPrefix("processed.csv:1: processed: "))
  }
}
