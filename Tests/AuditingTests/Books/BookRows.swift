import Invoicing

/// The rows of an extract as a test writes or draws them, before they become columns.
struct BookRows {
  struct Invoice {
    var id: String
    var number: String
    var kind = InvoiceKind.invoice
    var date: CalendarDate
    var currency: Currency
    var net: Int64
    var vat: Int64
    var rounding: Int64 = 0
    var gross: Int64
  }

  struct Received {
    var invoice: Invoice
    var supplier: String
    var status = ReceivedStatus.booked
  }

  struct Sent {
    var invoice: Invoice
    var customer: String
    var status = SentStatus.sent
    var credits = ""
    var reference = ""
    var mirrorOf = ""
    var key = ""
    var createdAt: Moment?
    var endedAt: Moment?
  }

  struct Source {
    var invoice: Invoice
    var supplier: String
    var customer: String
    var status = SourceStatus.sent
  }

  struct Flag {
    var receivedID: String
    var isSet = true
    var at: Moment?
    var mirrorID = ""
  }

  struct Line {
    var ledger: Ledger
    var invoiceID: String
    var line: String
    var kind: LineKind
    var description = ""
    /// Ten-thousandths of a percent.
    var vatRate: Int64
    var net: Int64
  }

  struct Attachment {
    var ledger: Ledger
    var invoiceID: String
    var name: String
    var sha256: String
  }

  struct Attempt {
    var receivedID: String
    var key = ""
    var at: Moment
    var outcome: AttemptOutcome
    var sentID = ""
  }

  struct Vanished {
    var sentID: String
    var receivedID: String
    var lastSeen: Moment
  }

  var takenAt: Moment
  var coversFrom: CalendarDate?
  var companies: [String]?
  /// The optional files that the extract lacks.
  var absent: Set<ExtractFile> = []
  var received: [Received] = []
  var sent: [Sent] = []
  var source: [Source] = []
  var flags: [Flag] = []
  var lines: [Line] = []
  var attachments: [Attachment] = []
  var attempts: [Attempt] = []
  var vanished: [Vanished] = []

  /// Puts the rows of every table into another order.
  mutating func shuffle(using generator: inout SplitMix) {
    received.shuffle(using: &generator)
    sent.shuffle(using: &generator)
    source.shuffle(using: &generator)
    flags.shuffle(using: &generator)
    lines.shuffle(using: &generator)
    attachments.shuffle(using: &generator)
    attempts.shuffle(using: &generator)
    vanished.shuffle(using: &generator)
  }
}
