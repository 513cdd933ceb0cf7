import Invoicing

extension BooksDraft {
  /// All that the books hold, in words, so that two can be compared whatever their text tables.
  var allRows: [String] {
    invoiceRows + flagRows + lineRows + attachmentRows + attemptRows
  }

  private var invoiceRows: [String] {
    (0..<received.count).map { row in
      words(
        "received", texts.string(received.supplier[row]), received.dueDate[row],
        received.status[row].name) + " " + invoice(received.invoices, row)
    }
      + (0..<sent.count).map { row in
        words(
          "sent", texts.string(sent.customer[row]), sent.dueDate[row], sent.status[row].name,
          texts.string(sent.credits[row]), texts.string(sent.reference[row]),
          texts.string(sent.mirrorOf[row]), texts.string(sent.idempotencyKey[row]),
          sent.createdAt[row], sent.endedAt[row]) + " " + invoice(sent.invoices, row)
      }
      + (0..<source.count).map { row in
        words(
          "source", texts.string(source.supplier[row]), texts.string(source.customer[row]),
          source.status[row].name) + " " + invoice(source.invoices, row)
      }
  }

  private func invoice(_ invoices: InvoiceColumns, _ row: Int) -> String {
    let currency = invoices.currency[row]
    let amounts = [
      invoices.net[row], invoices.vat[row], invoices.rounding[row], invoices.gross[row],
    ].map { Money(Int128($0), currency).decimal }
    return words(
      texts.string(invoices.id[row]), texts.string(invoices.number[row]),
      invoices.kind[row].name, invoices.issueDate[row], currency.code,
      amounts.joined(separator: " "), texts.string(invoices.document[row]), invoices.row[row])
  }

  private var flagRows: [String] {
    (0..<flags.count).map { row in
      words(
        "flag", texts.string(flags.receivedID[row]), flags.processed[row],
        flags.processedAt[row], texts.string(flags.mirrorID[row]), flags.row[row])
    }
  }

  private var lineRows: [String] {
    (0..<lines.count).map { row in
      words(
        "line", lines.ledger[row].name, texts.string(lines.invoiceID[row]),
        texts.string(lines.line[row]), lines.kind[row].name,
        texts.string(lines.description[row]), texts.string(lines.quantity[row]),
        texts.string(lines.unitPrice[row]), lines.vatRate[row], lines.net[row],
        lines.currency[row]?.code, lines.row[row])
    }
  }

  private var attachmentRows: [String] {
    (0..<attachments.count).map { row in
      words(
        "attachment", attachments.ledger[row].name, texts.string(attachments.invoiceID[row]),
        texts.string(attachments.name[row]), texts.string(attachments.sha256[row]),
        attachments.bytes[row], attachments.row[row])
    }
  }

  private var attemptRows: [String] {
    (0..<attempts.count).map { row in
      words(
        "attempt", texts.string(attempts.receivedID[row]),
        texts.string(attempts.idempotencyKey[row]), attempts.attemptedAt[row],
        attempts.outcome[row].name, texts.string(attempts.sentID[row]), attempts.row[row])
    }
  }

  private func words(_ values: Any?...) -> String {
    values.map { $0.map { "[\($0)]" } ?? "-" }.joined(separator: " ")
  }
}
