import Foundation
import Testing

/// However an extract is written down, it says the same.
@Suite struct ExtractVariantTests {
  private static let tables = [
    "received", "sent", "processed", "source", "lines", "attachments", "attempts",
  ]

  struct Variant: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var lineEnd = "\n"
    var byteOrderMark = ""
    var reversesColumns = false
    var seed: UInt64?
  }

  static let variants = [
    Variant(testDescription: "CRLF", lineEnd: "\r\n"),
    Variant(testDescription: "BOM", byteOrderMark: "\u{feff}"),
    Variant(testDescription: "columns in another order", reversesColumns: true),
    Variant(testDescription: "rows in another order", seed: 1),
    Variant(
      testDescription: "all at once", lineEnd: "\r\n", byteOrderMark: "\u{feff}",
      reversesColumns: true, seed: 2),
  ]

  @Test(arguments: variants)
  func `findings and tie-out are the same bytes`(_ variant: Variant) throws {
    let folder = try Folder()
    _ = try MirrorAuditProcess.run(["run", "--extract", fixture, "--out", "a/out"], in: folder)
    try copyFixture(to: folder, variant)
    let result = try MirrorAuditProcess.run(
      ["run", "--extract", "variant", "--out", "b/out"], in: folder)
    #expect(result.code == 2, "\(result.errors)")
    for name in ["findings.csv", "tie-out.csv"] {
      #expect(try folder.text("a/out/\(name)") == folder.text("b/out/\(name)"))
    }
  }

  private func copyFixture(to folder: Folder, _ variant: Variant) throws {
    let manager = FileManager.default
    try manager.createDirectory(
      at: folder.url.appending(path: "variant"), withIntermediateDirectories: true)
    for name in ["extract.json", "documents"] {
      try manager.copyItem(atPath: "\(fixture)/\(name)", toPath: folder.path("variant/\(name)"))
    }
    for name in Self.tables {
      let text = try String(contentsOfFile: "\(fixture)/\(name).csv", encoding: .utf8)
      var table = try CSVTable(text)
      if let seed = variant.seed {
        var random = SeededRandom(seed: seed)
        table = CSVTable(header: table.header, rows: table.rows.shuffled(using: &random))
      }
      let columns = variant.reversesColumns ? table.header.reversed() : table.header
      try folder.write(
        variant.byteOrderMark + table.text(columns: columns, lineEnd: variant.lineEnd),
        to: "variant/\(name).csv")
    }
  }
}
