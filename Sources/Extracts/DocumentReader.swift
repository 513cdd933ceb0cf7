internal import Invoicing
internal import XML

/// Reads the documents that rows name, and remembers which they were.
struct DocumentReader {
  private let folder: String
  /// The folder's path without links.
  private let root: String
  /// SHA-256 by path.
  private var digests: [String: String] = [:]
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

  init(folder: String) {
    self.folder = folder
    root = FilePath.resolved(folder) ?? folder
  }

  /// All documents read so far, by path.
  var documents: [InvoiceDocument] {
    digests.map { InvoiceDocument(path: $0, sha256: $1) }.sorted { a, b in
      IdentifierOrder.compareBytes(a.path.utf8.span, b.path.utf8.span) < 0
    }
  }

  /// Fills the empty cells of rows that have a document with what it says, and marks the rows
  /// whose document cannot be read.
  mutating func fill(_ batch: inout RowBatch) {
    guard let column = batch.layout.place(of: .document) else { return }
    for row in 0..<batch.count where !batch.isBad[row] {
      let cell = batch.cell(row, column)
      if cell.isEmpty { continue }
      let path = String(decoding: batch.chunk.buffer.bytes[cell.bounds], as: UTF8.self)
      do {
        let invoice = try read(path)
        for column in batch.layout.file.documentColumns {
          guard let place = batch.layout.place(of: column), batch.cell(row, place).isEmpty,
            let text = invoice.text(for: column)
          else { continue }
          batch.fill(row, place, with: Array(text.utf8))
        }
      } catch {
        batch.settle(row, column, .document(error, path: batch.text(of: cell)))
      }
    }
  }

  private mutating func read(_ path: String) throws(DocumentFault) -> UBLInvoice {
    let place = try self.place(of: path)
    var handler = UBLHandler()
    do {
      guard var file = try FileBytes(place) else { throw DocumentFault.missing }
      var stream = XMLStream()
      var count = 0
      repeat {
        count = try file.read(into: &buffer, from: 0, upTo: buffer.count)
        try stream.feed(buffer.span.extracting(0..<count), to: &handler)
      } while count == buffer.count
      try stream.finish(to: &handler)
      digests[path] = file.sha256()
    } catch let fault as FileFault {
      throw .unreadable(fault.description)
    } catch {
      throw DocumentFault(error)
    }
    return handler.invoice
  }

  /// Where a document is, links resolved.
  private func place(of path: String) throws(DocumentFault) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.first != "", !parts.contains("..") else { throw .outside }
    guard let place = FilePath.resolved("\(folder)/\(path)") else { throw .missing }
    guard place.hasPrefix(root == "/" ? root : root + "/") else { throw .outside }
    return place
  }
}

extension UBLInvoice {
  /// What a column that is empty is to hold.
  fileprivate func text(for column: ExtractColumn) -> String? {
    switch column {
    case .number: number
    case .kind: kind.name
    case .issueDate: issueDate.map(Self.withoutZone)
    case .dueDate: dueDate.map(Self.withoutZone)
    case .currency: currency
    case .net: net.map(signed)
    case .vat: vat.map(signed)
    case .gross: gross.map(signed)
    case .supplier: seller.best
    case .customer: buyer.best
    default: nil
    }
  }

  /// A credit note's amounts are negated; xs:decimal allows a point at the end, an extract does
  /// not.
  private func signed(_ amount: String) -> String {
    var digits = Substring(amount)
    if digits.hasSuffix("."), digits.count > 1 { digits.removeLast() }
    guard kind == .creditNote else { return String(digits) }
    if digits.hasPrefix("-") { return String(digits.dropFirst()) }
    return "-" + (digits.hasPrefix("+") ? digits.dropFirst() : digits)
  }

  /// xs:date allows a time zone behind the date.
  private static func withoutZone(_ date: String) -> String {
    isZone(Array(date.dropFirst(10).utf8)) ? String(date.prefix(10)) : date
  }

  /// `Z`, or an offset `±HH:MM`.
  private static func isZone(_ text: [UInt8]) -> Bool {
    if text == [UInt8(ascii: "Z")] { return true }
    guard text.count == 6, text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"),
      text[3] == UInt8(ascii: ":")
    else { return false }
    return [1, 2, 4, 5].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[$0]) }
  }
}
