internal import Digests

/// Digests of what an invoice says, the same from an extract and from the economy system.
///
/// 16 hex digits of SHA-256 over fields that are each ended by U+001F. What a repair itself changes
/// is not among them: status, a sent invoice's number, its files, keys and moments; the lines have
/// a digest of their own, since an extract may lack them.
package enum InvoiceContent {
  /// Of a received invoice.
  package static func digest(of invoice: ReceivedInvoice) -> String {
    digest([
      invoice.id, invoice.supplier, invoice.number, invoice.kind.name,
      invoice.issueDate.description, invoice.dueDate?.description ?? "",
      invoice.gross.currency.code, invoice.net.decimal, invoice.vat.decimal,
      decimal(invoice.rounding), invoice.gross.decimal,
    ])
  }

  /// Of a sent invoice.
  package static func digest(of invoice: SentInvoice) -> String {
    digest([
      invoice.id, invoice.customer, invoice.kind.name, invoice.issueDate.description,
      invoice.dueDate?.description ?? "", invoice.gross.currency.code, invoice.net.decimal,
      invoice.vat.decimal, decimal(invoice.rounding), invoice.gross.decimal,
    ])
  }

  /// Of an invoice's lines, whatever their order and numbers.
  ///
  /// Quantity and unit price are not among it: what is billed is the net.
  package static func digest(of lines: [InvoiceLine]) -> String {
    let texts = lines.map { line in
      [line.kind.name, line.description, String(line.vatRate), line.net.decimal]
    }
    let sorted = texts.sorted { a, b in
      a.joined(separator: "\u{1f}").utf8
        .lexicographicallyPrecedes(b.joined(separator: "\u{1f}").utf8)
    }
    return digest(sorted.flatMap { $0 })
  }

  /// The öresavrundning; none and 0.00 are the same.
  private static func decimal(_ rounding: Money?) -> String {
    guard let rounding, rounding.minorUnits != 0 else { return "" }
    return rounding.decimal
  }

  private static func digest(_ fields: [String]) -> String {
    var bytes: [UInt8] = []
    for field in fields {
      bytes.append(contentsOf: field.utf8)
      bytes.append(0x1f)
    }
    var digest = SHA256Digest()
    digest.update(bytes)
    return String(digest.hexDigits().prefix(16))
  }
}
