import Auditing
import Invoicing

/// Up to five received and five sent invoices of one content, with nothing but their dates and
/// customers to pair them by.
struct RandomBucket {
  private(set) var rows: BookRows
  /// By date, then id.
  private let received: [BookRows.Received]
  private let sent: [BookRows.Sent]

  init(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    rows = try BookText.read("received R from Konsult A, 1 250.00 SEK, 2023-04-03")
    let model = rows.received[0]
    rows.received = []
    let spread = random.pick([1, 3, 12])
    for i in 0..<random.pick(1...5) {
      var row = model
      row.invoice.id = "\(random.pick(["", "R"]))\(i + 8)"
      row.invoice.number = "N\(i)"
      row.invoice.date = model.invoice.date.adding(days: random.pick(0..<spread))
      rows.received.append(row)
      guard random.chance(50) else { continue }
      let customer = random.pick(["Kund K", "Kund L"])
      var source = row.invoice
      source.id = "q\(i)"
      rows.source.append(.init(invoice: source, supplier: row.supplier, customer: customer))
    }
    for i in 0..<random.pick(1...5) {
      var invoice = model.invoice
      invoice.id = "\(random.pick(["", "S"]))\(i + 98)"
      invoice.number = ""
      invoice.date = model.invoice.date.adding(days: random.pick(-1..<spread + 9))
      rows.sent.append(.init(invoice: invoice, customer: random.pick(["Kund K", "Kund L"])))
    }
    received = rows.received.sorted { Self.precedes($0.invoice, $1.invoice) }
    sent = rows.sent.sorted { Self.precedes($0.invoice, $1.invoice) }
    rows.shuffle(using: &random)
  }

  /// Days from each received invoice to each sent one that may be its mirror.
  var days: [[Int?]] {
    received.map { row in
      let source = rows.source.first { $0.invoice.number == row.invoice.number }
      return sent.map { sent in
        let days = sent.invoice.date.days(since: row.invoice.date)
        let isFor = source.map { $0.customer == sent.customer } ?? true
        return (0...10).contains(days) && isFor ? days : nil
      }
    }
  }

  /// The place of each received invoice's partner by step 3 in an audit of the rows.
  func partners(_ audit: Audit) -> [Int?] {
    let ids = audit.books.sent.invoices.id
    var partners: [String: Int] = [:]
    for link in audit.links where link.step == .content {
      let id = audit.books.string(ids[Int(link.sent)])
      let place = sent.firstIndex { $0.invoice.id == id }
      partners[audit.books.string(audit.books.received.invoices.id[Int(link.received)])] = place
    }
    return received.map { partners[$0.invoice.id] }
  }

  /// Ids of received invoices of one date with the same possible partners, some paired, some not.
  func ambiguous(_ partners: [Int?]) -> [String] {
    let days = self.days
    return received.indices.filter { r in
      let alike = received.indices.filter {
        received[$0].invoice.date == received[r].invoice.date
          && days[$0].map { $0 != nil } == days[r].map { $0 != nil }
      }
      return alike.contains { partners[$0] == nil } && alike.contains { partners[$0] != nil }
    }.map { received[$0].invoice.id }.sorted()
  }

  private static func precedes(_ a: BookRows.Invoice, _ b: BookRows.Invoice) -> Bool {
    if a.date != b.date { return a.date < b.date }
    return IdentifierOrder.precedes(Array(a.id.utf8).span, Array(b.id.utf8).span)
  }
}
