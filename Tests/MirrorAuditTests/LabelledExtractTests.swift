import Foundation
import Testing

/// Extracts with the truth about them, which others drew; they are not part of this repository.
@Suite struct LabelledExtractTests {
  static let folder = packageRoot.deletingLastPathComponent().appending(path: "shared/extracts")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test(
    .enabled(if: !names.isEmpty, "there is no ../shared/extracts"),
    arguments: names)
  func `findings and tie-out are the truth`(_ name: String) throws {
    let truth = Self.folder.appending(path: name)
    let folder = try Folder()
    let result = try MirrorAuditProcess.run(
      ["run", "--extract", truth.path, "--out", "out"], in: folder)
    #expect(result.code == 2 || result.code == 0, "\(result.errors)")
    let found = try CSVTable(folder.text("out/findings.csv"))
    #expect(
      try findingKeys(found)
        == findingKeys(
          CSVTable(String(contentsOf: truth.appending(path: "truth-findings.csv"), encoding: .utf8))
        ))
    let tieOut = try CSVTable(folder.text("out/tie-out.csv"))
    #expect(!tieOut.rows.isEmpty)
    #expect(tieOut.rows.allSatisfy { Decimal(string: $0["unexplained"] ?? "") == 0 })
    #expect(
      try tieOutKeys(tieOut)
        == tieOutKeys(
          CSVTable(String(contentsOf: truth.appending(path: "truth-tieout.csv"), encoding: .utf8))))
  }

  /// No truth lists the gaps in number series.
  private func findingKeys(_ table: CSVTable) -> [String] {
    table.rows.filter { $0["rule"] != "number-gap" }.map { row in
      let sent = (row["sent_ids"] ?? "").split(separator: ";").sorted().joined(separator: ";")
      return [
        row["rule"] ?? "", plain(row["received_id"]), plain(sent),
        "\(Decimal(string: row["effect"] ?? "") ?? .nan)", row["currency"] ?? "",
      ].joined(separator: "|")
    }.sorted()
  }

  /// Rows in which nothing is expected and nothing mirrored say nothing.
  private func tieOutKeys(_ table: CSVTable) -> [String] {
    table.rows.compactMap { row in
      let amounts = ["expected", "mirrored", "difference"].map {
        Decimal(string: row[$0] ?? "") ?? .nan
      }
      if amounts.allSatisfy({ $0 == 0 }) { return nil }
      return "\(row["currency"] ?? "")|\(plain(row["supplier"]))|\(amounts)"
    }.sorted()
  }

  private func plain(_ cell: String?) -> String {
    let cell = cell ?? ""
    return cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
  }
}
