internal import EconomyAPI
internal import Invoicing

@testable import EconomySystems
@testable import Engine

/// The extract of the books at this moment, in memory: row for row what the engine's own has.
extension World {
  func extract() throws(SystemFailure) -> BooksDraft {
    var intake = BooksIntake(
      takenAt: now, group: EconomyBooks.groupName, companies: books.companies.keys.sorted())
    let sources = try allSources()
    for message in books.supplierInvoices() {
      try add(try books.received(message), sources, &intake)
    }
    let keys = journal.keys()
    for message in books.clientInvoices() {
      let sent = try books.systemSent(message)
      var invoice = sent.invoice
      invoice.idempotencyKey = keys[invoice.id]
      intake.add(invoice)
      for line in sent.lines { intake.add(line.line, of: invoice.id, in: .sent) }
      for file in sent.files { intake.add(file.attachment, of: invoice.id, in: .sent) }
    }
    for source in sources {
      intake.add(source.invoice)
      for line in source.lines { intake.add(line, of: source.invoice.id, in: .source) }
      for file in source.files { intake.add(file, of: source.invoice.id, in: .source) }
    }
    for attempt in journal.attempts { intake.add(attempt) }
    return intake.draft
  }

  /// A source with what its entries tell.
  private struct FullSource {
    var invoice: SourceInvoice
    var lines: [InvoiceLine]
    var files: [Attachment]
    var receipts: [Attachment]
  }

  private func allSources() throws(SystemFailure) -> [FullSource] {
    var sources: [FullSource] = []
    for (supplier, company) in books.companies.sorted(by: { $0.value < $1.value }) {
      for message in books.clientInvoices(of: company) where message.invoiceNumber != nil {
        let reading = try books.source(message, supplier, company)
        var source = FullSource(
          invoice: reading.invoice, lines: reading.lines.map(\.line),
          files: reading.files.map(\.attachment), receipts: [])
        source.invoice.id = "\(company)-\(reading.invoice.id)"
        for (place, line) in reading.lines.enumerated() {
          guard let entry = line.expenseEntry.flatMap({ Int64($0) }) else { continue }
          guard let receipts = books.receipts(entry, of: company) else {
            source.lines[place].kind = .mileage
            continue
          }
          source.receipts += PETranslation.files(receipts).map(\.attachment)
        }
        source.files += source.receipts.filter { receipt in
          !source.files.contains { $0.sha256 == receipt.sha256 }
        }
        sources.append(source)
      }
    }
    return sources
  }

  private func add(
    _ reading: SystemReceived, _ sources: [FullSource], _ intake: inout BooksIntake
  ) throws(SystemFailure) {
    let invoice = reading.invoice
    intake.add(invoice)
    if reading.isProcessed || !reading.mirrorIDs.isEmpty {
      intake.add(
        ProcessedFlag(
          receivedID: invoice.id, processed: reading.isProcessed, processedAt: nil,
          mirrorID: reading.mirrorIDs.last))
    }
    let own = reading.files.map(\.attachment)
    for file in own { intake.add(file, of: invoice.id, in: .received) }
    guard let source = source(of: invoice, sources) else { return }
    for line in source.lines { intake.add(line, of: invoice.id, in: .received) }
    for receipt in source.receipts where !own.contains(where: { $0.sha256 == receipt.sha256 }) {
      intake.add(receipt, of: invoice.id, in: .received)
    }
  }

  /// Of several the one whose currency and gross agree, then the one with the smallest id.
  private func source(of invoice: ReceivedInvoice, _ sources: [FullSource]) -> FullSource? {
    sources.filter {
      $0.invoice.supplier == invoice.supplier && $0.invoice.number == invoice.number
        && $0.invoice.kind == invoice.kind
    }.min { a, b in
      let agrees = (a.invoice.gross == invoice.gross, b.invoice.gross == invoice.gross)
      if agrees.0 != agrees.1 { return agrees.0 }
      return IdentifierOrder.precedes(a.invoice.id.utf8.span, b.invoice.id.utf8.span)
    }
  }
}
