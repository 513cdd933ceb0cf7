import EconomyAPI
import Invoicing
import Sandbox

/// The ledgers of books, read as a client without faults would.
struct Ledgers {
  /// What a mirror has, as far as it is of its received invoice.
  struct Content: Equatable {
    var customer: Int64?
    var currency: String?
    var rows: [String]
  }

  /// The first client of the group's: those before are the group, in the books of the three
  /// consulting companies.
  static let firstCustomer: Int64 = 4

  private var machine: SandboxMachine

  init(_ machine: SandboxMachine) { self.machine = machine }

  mutating func received() -> [SupplierInvoice] {
    guard
      case .supplierInvoices(let list) = ask(
        .listSupplierInvoices(.all, leavesOutFiles: true), of: BookDraw.group)
    else { return [] }
    return list.items
  }

  mutating func sent(of company: Int64) -> [ClientInvoice] {
    guard
      case .clientInvoices(let list) = ask(
        .listClientInvoices(ClientInvoiceFilter(), .all), of: company)
    else { return [] }
    return list.items
  }

  /// By received invoice.
  mutating func expected(
    _ received: [SupplierInvoice], companies: Int
  ) -> [String: Content] {
    var sources: [String: Content] = [:]
    let customers = customers()
    for company in (0..<companies).map({ BookDraw.group + 1 + Int64($0) }) {
      for source in sent(of: company) {
        var mirror = source
        mirror.clientID = customers[source.poNumber ?? ""]
        mirror.rows = source.rows?.filter { !isMileage($0, of: company) }
        sources["\(company) \(source.invoiceNumber ?? "")"] = Self.content(of: mirror)
      }
    }
    return Dictionary(
      uniqueKeysWithValues: received.map { invoice in
        // The suppliers were entered in the order of their companies.
        let company = BookDraw.group + (invoice.supplierID ?? 0)
        let source = sources["\(company) \(invoice.referenceNumber ?? "")"]
        return ("\(invoice.id ?? 0)", source ?? Content(rows: ["no source"]))
      })
  }

  private mutating func customers() -> [String: Int64] {
    guard case .parties(_, let list) = ask(.listParties(.client, .all), of: BookDraw.group)
    else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: list.items.map { ($0.foreignID ?? "", $0.id ?? 0) })
  }

  private mutating func isMileage(_ row: ClientInvoiceRow, of company: Int64) -> Bool {
    guard let entry = row.expenseEntryID else { return false }
    return ask(.readExpense(entry), of: company).status == 501
  }

  static func content(of invoice: ClientInvoice) -> Content {
    Content(
      customer: invoice.clientID, currency: invoice.currency,
      rows: (invoice.rows ?? []).map { row in
        let totals = try? InvoiceTotals([row])
        return "\(row.description ?? "") \(totals?.net ?? 0) \(totals?.vat ?? 0)"
      })
  }

  private mutating func ask(_ operation: Sandbox.Operation, of company: Int64) -> Answer {
    machine.receive(
      Request(company: company, operation),
      at: Self.later
    ).answer
  }

  /// In 2100: all that was made is listed.
  private static let later = Moment(microseconds: 4_102_444_800_000_000)
}
