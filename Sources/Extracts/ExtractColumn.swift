internal import Invoicing

/// The columns of all files, by their names in the header line.
enum ExtractColumn: String, CaseIterable {
  case id, supplier, number, kind, customer, currency, net, vat, rounding, gross, status
  case issueDate = "issue_date"
  case dueDate = "due_date"
  case document, credits, reference, processed, ledger, line, description, quantity, name
  case sha256, bytes, outcome
  case mirrorOf = "mirror_of"
  case idempotencyKey = "idempotency_key"
  case createdAt = "created_at"
  case endedAt = "ended_at"
  case receivedID = "received_id"
  case sentID = "sent_id"
  case invoiceID = "invoice_id"
  case mirrorID = "mirror_id"
  case processedAt = "processed_at"
  case attemptedAt = "attempted_at"
  case unitPrice = "unit_price"
  case vatRate = "vat_rate"
}

extension ExtractFile {
  /// The columns that a header line must name, in the order of `extract.md`.
  var neededColumns: [ExtractColumn] {
    switch self {
    case .received:
      [
        .id, .supplier, .number, .kind, .issueDate, .currency, .net, .vat, .gross, .status,
      ]
    case .sent:
      [.id, .customer, .kind, .issueDate, .currency, .net, .vat, .gross, .status]
    case .processed: [.receivedID, .processed]
    case .source:
      [
        .id, .supplier, .number, .customer, .kind, .issueDate, .currency, .net, .vat, .gross,
        .status,
      ]
    case .lines: [.ledger, .invoiceID, .line, .kind, .description, .vatRate, .net]
    case .attachments: [.ledger, .invoiceID, .name, .sha256]
    case .attempts: [.receivedID, .attemptedAt, .outcome]
    }
  }

  var optionalColumns: [ExtractColumn] {
    switch self {
    case .received: [.dueDate, .rounding, .document]
    case .sent:
      [
        .number, .dueDate, .rounding, .credits, .reference, .mirrorOf, .idempotencyKey,
        .createdAt, .endedAt, .document,
      ]
    case .processed: [.processedAt, .mirrorID]
    case .source: [.rounding, .document]
    case .lines: [.quantity, .unitPrice]
    case .attachments: [.bytes]
    case .attempts: [.idempotencyKey, .sentID]
    }
  }

  /// What a row's own document says where the row does not.
  var documentColumns: [ExtractColumn] {
    switch self {
    case .received:
      [.supplier, .number, .kind, .issueDate, .dueDate, .currency, .net, .vat, .gross]
    case .sent:
      [.customer, .number, .kind, .issueDate, .dueDate, .currency, .net, .vat, .gross]
    case .source: [.supplier, .number, .kind, .issueDate, .currency, .net, .vat, .gross]
    case .processed, .lines, .attachments, .attempts: []
    }
  }
}
