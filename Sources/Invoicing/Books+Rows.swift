extension Books {
  /// A row of `received.csv` as a value.
  package func receivedInvoice(_ row: Int) -> ReceivedInvoice {
    let invoices = received.invoices
    let currency = invoices.currency[row]
    return ReceivedInvoice(
      id: string(invoices.id[row]), supplier: string(received.supplier[row]),
      number: string(invoices.number[row]), kind: invoices.kind[row],
      issueDate: invoices.issueDate[row], dueDate: received.dueDate[row],
      net: Money(Int128(invoices.net[row]), currency),
      vat: Money(Int128(invoices.vat[row]), currency), rounding: rounding(invoices, row),
      gross: Money(Int128(invoices.gross[row]), currency), status: received.status[row])
  }

  /// A row of `sent.csv` as a value.
  package func sentInvoice(_ row: Int) -> SentInvoice {
    let invoices = sent.invoices
    let currency = invoices.currency[row]
    return SentInvoice(
      id: string(invoices.id[row]), number: ifAny(invoices.number[row]),
      customer: string(sent.customer[row]), kind: invoices.kind[row],
      issueDate: invoices.issueDate[row], dueDate: sent.dueDate[row],
      net: Money(Int128(invoices.net[row]), currency),
      vat: Money(Int128(invoices.vat[row]), currency), rounding: rounding(invoices, row),
      gross: Money(Int128(invoices.gross[row]), currency), status: sent.status[row],
      credits: ifAny(sent.credits[row]), reference: ifAny(sent.reference[row]),
      mirrorOf: ifAny(sent.mirrorOf[row]), idempotencyKey: ifAny(sent.idempotencyKey[row]),
      createdAt: sent.createdAt[row], endedAt: sent.endedAt[row])
  }

  /// Rows of `lines.csv` as values, numbered from 1 in the order given, in the invoice's currency.
  package func invoiceLines(_ rows: some Sequence<Int>, _ currency: Currency) -> [InvoiceLine] {
    rows.enumerated().map { place, row in
      InvoiceLine(
        line: place + 1, kind: lines.kind[row], description: string(lines.description[row]),
        quantity: ifAny(lines.quantity[row]), unitPrice: ifAny(lines.unitPrice[row]),
        vatRate: lines.vatRate[row], net: Money(Int128(lines.net[row]), currency))
    }
  }

  /// A row of `attachments.csv` as a value.
  package func attachment(_ row: Int) -> Attachment {
    Attachment(
      name: string(attachments.name[row]), sha256: string(attachments.sha256[row]),
      bytes: attachments.bytes[row].map(Int.init))
  }

  private func ifAny(_ text: Text) -> String? { text.isAbsent ? nil : string(text) }

  private func rounding(_ invoices: InvoiceColumns, _ row: Int) -> Money? {
    invoices.rounding[row] == 0
      ? nil : Money(Int128(invoices.rounding[row]), invoices.currency[row])
  }
}
