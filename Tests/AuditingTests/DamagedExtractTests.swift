import Auditing
import Extracts
import Foundation
import Invoicing
import Testing

/// The story's own files, damaged at random: what is still read is audited, and balances.
@Suite struct DamagedExtractTests {
  /// How many, in the ordinary run; `MIRROR_AUDIT_MUTATIONS` asks for more.
  static let count =
    ProcessInfo.processInfo.environment["MIRROR_AUDIT_MUTATIONS"].flatMap { UInt64($0) } ?? 400

  private static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/april-2023")

  @Test func `damage is refused with its place, or audited with a tie-out that balances`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "mirror-audit-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.fixture, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    var audited = 0
    for seed in 0..<Self.count {
      var random = SplitMix(seed: seed)
      let file = try #require(ExtractFile.allCases.randomElement(using: &random))
      let url = folder.appending(path: file.name)
      let good = try Data(contentsOf: Self.fixture.appending(path: file.name))
      var bytes = good
      for _ in 0...Int.random(in: 0...2, using: &random) { Self.damage(&bytes, &random) }
      try bytes.write(to: url)
      audited += try check(folder, seed, quarantine: Bool.random(using: &random))
      try good.write(to: url)
    }
    // Damage that always is seen, or never, is no test.
    #expect(audited > 0 && audited < Int(Self.count))
  }

  /// 1 where what is left was audited.
  private func check(_ folder: URL, _ seed: UInt64, quarantine: Bool) throws -> Int {
    do {
      let books = Books(try ExtractReader.read(folder: folder.path, quarantine: quarantine))
      let audit = Auditor.audit(books)
      #expect(audit.balances, "seed \(seed)")
      #expect(books.rejected.isEmpty || quarantine, "seed \(seed)")
      return 1
    } catch {
      let place = error.description.prefix { $0 != " " }
      #expect(
        place.wholeMatch(of: /[a-z]+\.csv:[0-9]+:/) != nil, "seed \(seed): \(error.description)")
      return 0
    }
  }

  /// Flips a byte, cuts a piece, or opens a quote.
  private static func damage(_ bytes: inout Data, _ random: inout SplitMix) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1:
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
      bytes.removeSubrange(place..<end)
      if bytes.isEmpty { bytes = Data("x".utf8) }
    default: bytes.insert(UInt8(ascii: "\""), at: place)
    }
  }
}
