internal import EconomySystems
internal import Invoicing
internal import Mirroring

/// Reads the list of received invoices, although it may change while it is paged.
struct ReceivedListing: Sendable {
  let system: any EconomyReading
  let retrying: Retrying
  let gate: RequestGate
  let timeout: Duration
  let suppliers: Set<String>
  let progress: @Sendable (String) -> Void

  private static let pageSize = 100
  /// A list that changes is read anew so many times; what it misses then the next run will see.
  private static let mostReadings = 5

  /// The invoices of the consulting companies, each as it was seen last.
  func read() async throws -> [DailyInvoice] {
    var found: [String: DailyInvoice] = [:]
    for _ in 0..<Self.mostReadings {
      if try await readOnce(into: &found) { break }
    }
    return found.values.sorted { a, b in
      IdentifierOrder.precedes(a.invoice.id.utf8.span, b.invoice.id.utf8.span)
    }
  }

  /// Whether all pages were of one and the same list.
  private func readOnce(into found: inout [String: DailyInvoice]) async throws -> Bool {
    var seen: Set<String> = []
    var read = 0
    var size: Int?
    var isOneList = true
    while true {
      progress("reading received invoices, \(read)" + (size.map { " of \($0)" } ?? ""))
      let request = PageRequest(offset: read, limit: Self.pageSize)
      let page = try await retrying.ask { () throws(RequestFailure) in
        do throws(SystemFailure) {
          return try await system.receivedPage(request, within: timeout)
        } catch {
          gate.hold(after: error.forMachine)
          throw error.forMachine
        }
      }
      for item in page.items {
        if !seen.insert(item.invoice.id).inserted { isOneList = false }
        guard suppliers.contains(item.invoice.supplier) else { continue }
        found[item.invoice.id] = DailyInvoice(
          invoice: item.invoice, isProcessed: item.isProcessed)
      }
      if read > 0, page.size != size { isOneList = false }
      read += page.count
      size = page.size
      if page.count < request.limit || size.map({ read >= $0 }) ?? false { return isOneList }
    }
  }
}
