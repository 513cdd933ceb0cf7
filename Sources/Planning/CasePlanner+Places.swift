internal import Auditing
internal import Invoicing
internal import RepairPlans

/// The invoices of the case, as a plan names them.
extension CasePlanner {
  /// Ids of the dead mirrors, sorted by bytes: those among them that the system has forgotten, be
  /// it that an attempt or the flag alone names them.
  var deadIDs: [String] {
    PlannedMirror.sorted(
      facts.deadMirrors.map(id(ofSent:))
        + (facts.vanished + facts.namedAndDead).map(books.string))
  }

  /// Live invoices that its flag or an attempt names, as other invoices' mirrors.
  var others: [ExpectedSent] {
    facts.namedAndNotIts.map { expectation(of: $0, .live) }
  }

  func id(ofSent row: Int) -> String { books.string(books.sent.invoices.id[row]) }

  func place(ofSent id: String) -> Int? {
    facts.liveMirrors.first { self.id(ofSent: $0) == id }
  }

  func touched(_ row: Int, _ operation: InvoiceOperation) -> TouchedInvoice {
    TouchedInvoice(sent: books.sentInvoice(row), operation)
  }

  func touchedReceived(_ operation: InvoiceOperation) -> TouchedInvoice {
    TouchedInvoice(
      ledger: .received, id: received.id, number: received.number, party: received.supplier,
      gross: received.gross, operation: operation)
  }

  /// The live mirrors that a finding names.
  func touched(_ record: FindingRecord) -> [TouchedInvoice] {
    record.sentIDs.compactMap(place(ofSent:)).map { touched($0, .keep) }
  }

  func expectedReceived(isCancelled: Bool) -> ExpectedReceived {
    let lines = books.invoiceLines(facts.lines, received.gross.currency)
    return ExpectedReceived(
      id: received.id, isCancelled: isCancelled, content: InvoiceContent.digest(of: received),
      lines: lines.isEmpty ? nil : InvoiceContent.digest(of: lines))
  }

  func expectation(of row: Int, _ state: ExpectedSent.State) -> ExpectedSent {
    let invoice = books.sentInvoice(row)
    let lines = books.invoiceLines(judged.lines(ofSent: row), invoice.gross.currency)
    return ExpectedSent(
      id: invoice.id, state: state, mirrorOf: invoice.mirrorOf,
      content: InvoiceContent.digest(of: invoice),
      lines: lines.isEmpty ? nil : InvoiceContent.digest(of: lines))
  }

  func rules(_ records: [FindingRecord]) -> String {
    Words.list(Words.once(records.map(\.rule)))
  }

  func clauses(_ records: [FindingRecord]) -> String {
    Words.list(Words.once(records.map { RuleWords.clause($0.rule) }))
  }
}

extension TouchedInvoice {
  init(sent invoice: SentInvoice, _ operation: InvoiceOperation) {
    self.init(
      ledger: .sent, id: invoice.id, number: invoice.number ?? "", party: invoice.customer,
      gross: invoice.gross, operation: operation)
  }
}

extension PlannedMirror {
  /// Ids by bytes, each once.
  static func sorted(_ ids: [String]) -> [String] {
    Set(ids).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Files by name, then digest, each content once.
  static func files(_ files: [Attachment]) -> [Attachment] {
    var known: Set<String> = []
    return files.filter { known.insert($0.sha256).inserted }
  }
}
