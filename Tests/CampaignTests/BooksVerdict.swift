import EconomyAPI
import Sandbox

/// Judges what engines have made of books by these and their truth log alone.
struct BooksVerdict {
  let received: [SupplierInvoice]
  /// The group's client invoices by the received invoice that they say they mirror.
  let mirrors: [String: [ClientInvoice]]
  let truth: [TruthEvent]
  private let expected: [String: Ledgers.Content]

  init(_ books: DrawnBooks) throws {
    let store = try SandboxStore(path: books.path)
    defer { store.close() }
    var ledger = Ledgers(try store.load())
    received = ledger.received()
    mirrors = Dictionary(grouping: ledger.sent(of: BookDraw.group)) { $0.foreignID ?? "" }
    truth = try store.truth(company: BookDraw.group, .all).items
    expected = ledger.expected(received, companies: books.companies)
  }

  /// Sentences; `unknown`: received invoices that may stand there without a flag.
  func wrong(unknown: Set<String> = []) -> [String] {
    guard !received.isEmpty else { return ["there are no received invoices"] }
    return received.flatMap { judge($0, isUnknown: unknown.contains("\($0.id ?? 0)")) }
      + flagsBeforeMirrors
  }

  /// How many invoices were made in all, deleted ones too.
  var created: Int { truth.filter { $0.deed == .created && isClientInvoice($0) }.count }

  private func judge(_ invoice: SupplierInvoice, isUnknown: Bool) -> [String] {
    let id = "\(invoice.id ?? 0)"
    let live = mirrors[id] ?? []
    let made = truth.filter { $0.deed == .created && isClientInvoice($0) && $0.foreignID == id }
    var wrong: [String] = []
    if made.count > 1 { wrong.append("\(id): \(made.count) mirrors were made") }
    if live.count > 1 { wrong.append("\(id): \(live.count) live mirrors") }
    let isProcessed = invoice.foreignID == "processed"
    if isProcessed {
      if live.count != 1 { wrong.append("\(id): processed with \(live.count) live mirrors") }
      if invoice.clientInvoiceIDs?.last != live.first?.id {
        wrong.append("\(id): processed with another than its mirror")
      }
    } else if !isUnknown {
      wrong.append("\(id): not processed, with \(live.count) live mirrors")
    }
    if let mirror = live.first, Ledgers.content(of: mirror) != expected[id] {
      wrong.append("\(id): its mirror has not what it should have")
    }
    return wrong
  }

  /// Flags that were set before the mirror was made.
  private var flagsBeforeMirrors: [String] {
    var made: Set<String> = []
    var wrong: [String] = []
    for event in truth {
      if event.deed == .created, isClientInvoice(event), let id = event.foreignID {
        made.insert(id)
      }
      guard event.deed == .updated, event.endpoint.resource == .supplierInvoice else { continue }
      let id = "\(event.subject ?? 0)"
      if !made.contains(id) { wrong.append("\(id): flagged before it had a mirror") }
    }
    return wrong
  }

  private func isClientInvoice(_ event: TruthEvent) -> Bool {
    event.endpoint.resource == .clientInvoice
  }
}
