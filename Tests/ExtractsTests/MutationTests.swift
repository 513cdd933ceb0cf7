import Extracts
import Foundation
import Invoicing
import Testing

/// Good files, damaged at random: each is read whole, or refused with its place; never a crash.
@Suite struct MutationTests {
  /// How many, in the ordinary run; `MIRROR_AUDIT_MUTATIONS` asks for more.
  static let count =
    ProcessInfo.processInfo.environment["MIRROR_AUDIT_MUTATIONS"].flatMap { UInt64($0) } ?? 2000

  static let files = [
    "received.csv": TableFormTests.table(lineEnd: "\r\n", mark: "\u{feff}"),
    "sent.csv": """
    id,number,customer,kind,issue_date,due_date,currency,net,vat,gross,status,credits,reference,\
    mirror_of,idempotency_key,created_at,ended_at
    S1,A1,Kund K,invoice,2023-04-04,,SEK,10.00,2.50,12.50,sent,,"ref, 1",R1,k,2023-04-04T10:00:00Z,
    S2,A2,"Kund ""Å"" B",credit-note,2023-04-05,2023-05-05,JPY,-10,-2,-12,paid,S1,"a
    b",,,,2023-04-06T10:00:00.5+02:00

    """,
    "processed.csv":
      "received_id,processed,processed_at\nR1,true,2023-04-03T10:00:00Z\nR2,false,\n",
    "lines.csv": """
    ledger,invoice_id,line,kind,description,quantity,unit_price,vat_rate,net
    received,R1,1,service,"Work, 1",1,10.00,25,10.00
    sent,S2,1,mileage,km,,,6,-10

    """,
    "attachments.csv": """
    ledger,invoice_id,name,sha256,bytes
    received,R1,a.pdf,777e22463a2d132bd4078920255dcda5e1ebf733368badb1feb17d650d9c5ba6,5

    """,
    "attempts.csv": """
    received_id,idempotency_key,attempted_at,outcome,sent_id
    R1,k,2023-04-04T10:00:00Z,created,S1
    R2,,2023-04-05T10:00:00Z,timeout,

    """,
  ]

  @Test func `a damaged file is read whole or refused with its place`() throws {
    let extract = try ExtractOnDisk(Self.files)
    #expect(extract.failure() == "")
    let names = Self.files.keys.sorted()
    var refused = 0
    for seed in 0..<Self.count {
      var random = SeededGenerator(seed: seed)
      let name = names[Int.random(in: names.indices, using: &random)]
      let good = Array(Self.files[name, default: ""].utf8)
      var bytes = good
      for _ in 0...Int.random(in: 0...2, using: &random) { Self.damage(&bytes, &random) }
      try extract.write(bytes, name)
      refused += try check(extract, name, bytes, seed)
      try extract.write(good, name)
    }
    // Damage that is never seen, or always, is no test.
    #expect(refused > Int(Self.count) / 4 && refused < Int(Self.count))
  }

  /// 1 where the file is refused.
  private func check(
    _ extract: ExtractOnDisk, _ name: String, _ bytes: [UInt8], _ seed: UInt64
  ) throws -> Int {
    let aside = try? extract.read(quarantine: true)
    do {
      let books = try extract.read()
      for input in books.inputs {
        let file = Self.files[input.file.name, default: ""]
        let expected = SimpleCSV.rowCount(
          input.file.name == name ? bytes : Array(file.utf8))
        #expect(input.rows == expected, "seed \(seed): \(name)")
        #expect(books.count(of: input.file) == expected, "seed \(seed): \(name)")
      }
      #expect(aside?.allRows == books.allRows, "seed \(seed): \(name)")
      return 0
    } catch {
      let place = error.description.prefix { $0 != " " }
      #expect(
        place.wholeMatch(of: /[a-z]+\.csv:[0-9]+:/) != nil, "seed \(seed): \(error.description)")
      for input in aside?.inputs ?? [] {
        #expect(
          aside?.count(of: input.file) == input.rows - input.rejected, "seed \(seed): \(name)")
      }
      return 1
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let at = Int.random(in: bytes.indices, using: &random)
    let pieces: [[UInt8]] = [
      [0x22], [0x2c], [0x0a], [0x0d], [0], [0xc3], [0x22, 0x22], [0x3b], [0x20], [0x2d],
    ]
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.remove(at: at)
    case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
    case 3: bytes.removeSubrange(at...)
    case 4:
      let end = bytes[at...].firstIndex(of: 0x0a).map { $0 + 1 } ?? bytes.count
      bytes.removeSubrange(at..<end)
    default:
      let start = Int.random(in: bytes.indices, using: &random)
      bytes.insert(contentsOf: bytes[min(at, start)..<max(at, start)], at: at)
    }
  }
}

extension BooksDraft {
  fileprivate func count(of file: ExtractFile) -> Int {
    switch file {
    case .received: received.count
    case .sent: sent.count
    case .processed: flags.count
    case .source: source.count
    case .lines: lines.count
    case .attachments: attachments.count
    case .attempts: attempts.count
    }
  }
}
