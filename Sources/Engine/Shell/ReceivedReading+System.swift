internal import EconomySystems
internal import Invoicing
internal import Mirroring

/// The connector's values as those of the machine, and back.
extension ReceivedReading {
  init(_ reading: SystemReceived) {
    self.init(
      invoice: reading.invoice, isProcessed: reading.isProcessed, mirrorIDs: reading.mirrorIDs,
      files: reading.files.map(FileContent.init))
  }
}

extension SourceReading {
  init(_ reading: SystemSource) {
    let invoice = reading.invoice
    self.init(
      id: invoice.id, kind: invoice.kind, issueDate: invoice.issueDate, net: invoice.net,
      vat: invoice.vat, gross: invoice.gross, status: invoice.status,
      customerReference: reading.customerReference,
      delivered: reading.delivered.map { DeliveryMonth(of: $0) },
      lines: reading.lines.map {
        BilledLine(line: $0.line, unit: $0.unit, expenseEntry: $0.expenseEntry)
      })
  }
}

extension SentReading {
  init(_ reading: SystemSent) {
    self.init(
      invoice: reading.invoice, lines: reading.lines.map(\.line),
      attachments: reading.files.map(\.attachment), remaining: reading.remaining,
      creditNotes: reading.creditNotes.map {
        CreditNoteReading(id: $0.id, gross: $0.gross, status: $0.status, mirrorOf: $0.mirrorOf)
      })
  }
}

extension CustomerReading {
  init(_ reading: SystemCustomer) {
    self.init(id: reading.id, name: reading.name, isActive: reading.isActive)
  }
}

extension ExpenseReading {
  init(_ reading: SystemExpense) {
    switch reading {
    case .receipts(let files): self = .receipts(files.map(FileContent.init))
    case .mileage: self = .mileage
    case .absent: self = .absent
    }
  }
}

extension FileContent {
  init(_ file: SystemFile) {
    self.init(name: file.name, sha256: file.attachment.sha256, data: file.data)
  }
}

extension CustomerQuery {
  var search: CustomerSearch {
    switch self {
    case .reference(let text): .reference(text)
    case .name(let text): .name(text)
    }
  }
}

extension SystemDraft {
  init(_ draft: MirrorDraft) {
    // The first day of the month; the month is all that is written.
    let delivered = CalendarDate(
      year: draft.delivered.year, month: draft.delivered.month, day: 1)
    self.init(
      receivedID: draft.receivedID, customerID: draft.customer.id, issueDate: draft.issueDate,
      dueDate: draft.dueDate, delivered: delivered ?? draft.issueDate, currency: draft.currency,
      lines: draft.lines.map {
        SystemLine(line: $0.line, unit: $0.unit, expenseEntry: $0.expenseEntry)
      },
      files: draft.files.map { SystemFile(name: $0.name, data: $0.data) })
  }
}
