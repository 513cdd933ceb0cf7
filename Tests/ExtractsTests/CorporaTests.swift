import Extracts
import Foundation
import Testing

/// Real e-invoices, held against what another parser read; not in the repository.
@Suite(.enabled(if: Corpora.isThere, "../shared/corpora is absent"))
struct CorporaTests {
  @Test func `every real invoice gives the totals that another parser read`() throws {
    let rows = try Corpora.invoices()
    #expect(rows.count > 200)
    for row in rows {
      let bytes = try Array(Data(contentsOf: Corpora.folder.appending(path: row.file)))
      let invoice = try UBLInvoice.read(bytes)
      #expect(invoice.number == row.id, "\(row.file)")
      #expect(invoice.currency == row.currency, "\(row.file)")
      #expect(decimal(invoice.net) == decimal(row.net), "\(row.file): net")
      #expect(decimal(invoice.vat) == decimal(row.vat), "\(row.file): vat")
      #expect(decimal(invoice.gross) == decimal(row.gross), "\(row.file): gross")
    }
  }

  @Test func `hostile documents are refused within a second`() throws {
    let folder = Corpora.folder.appending(path: "xml-torture")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.isEmpty)
    for name in names {
      let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
      let time = ContinuousClock().measure {
        #expect(throws: DocumentFault.self, "\(name)") { try UBLInvoice.read(bytes) }
      }
      #expect(time < .seconds(1), "\(name)")
    }
  }

  /// The numbers, as the reader hands them over: digits and at most one point.
  private func decimal(_ text: String?) -> Decimal? {
    text.flatMap { Decimal(string: $0, locale: Locale(identifier: "en_US_POSIX")) }
  }
}

/// Where the real files are, and what their list says.
enum Corpora {
  struct Row {
    var file: String
    var id: String?
    var currency: String?
    var net: String?
    var vat: String?
    var gross: String?
  }

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/corpora").standardizedFileURL

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "MANIFEST.tsv").path)
  }

  /// The UBL invoices and credit notes of the list.
  static func invoices() throws -> [Row] {
    let text = try String(contentsOf: folder.appending(path: "MANIFEST.tsv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let names = lines[0]
    return lines.dropFirst().compactMap { line in
      func value(_ name: String) -> String? {
        let text = names.firstIndex(of: name).map { $0 < line.count ? line[$0] : "" } ?? ""
        return text.isEmpty ? nil : text
      }
      guard let root = value("root"), ["Invoice", "CreditNote"].contains(root),
        value("ns") == "urn:oasis:names:specification:ubl:schema:xsd:\(root)-2",
        let file = value("file")
      else { return nil }
      return Row(
        file: String(file.drop { $0 != "/" }), id: value("id"), currency: value("currency"),
        net: value("net"), vat: value("vat"), gross: value("gross"))
    }
  }
}
