internal import EconomyAPI
internal import Invoicing

/// The parties as the group's books number them, and what mirrors have in common.
struct StoryOffice: Sendable {
  /// The company whose books a supplier's invoices are in, by the supplier's id.
  private(set) var companies: [Int64: Int64] = [:]
  /// Supplier ids by name.
  private(set) var suppliers: [String: Int64] = [:]
  /// Client ids, as `StoryCast.customers`.
  private(set) var customers: [Int64] = []
  /// The group's id as a client, by the company that has it.
  private(set) var groupAsClient: [Int64: Int64] = [:]

  /// Enters all parties into all books.
  static func open(_ wire: StoryWire) async throws -> Self {
    var office = Self()
    for company in StoryCast.companies {
      let id = try await wire.create(party(company.name), .supplier, company: StoryCast.group)
      office.companies[id] = company.number
      office.suppliers[company.name] = id
      office.groupAsClient[company.number] = try await wire.create(
        party(StoryCast.groupName), .client, company: company.number)
    }
    for name in StoryCast.otherSuppliers {
      office.suppliers[name] = try await wire.create(
        party(name), .supplier, company: StoryCast.group)
    }
    for customer in StoryCast.customers {
      let client = party(customer.name, customer.reference)
      office.customers.append(
        try await wire.create(client, .client, company: StoryCast.group))
    }
    return office
  }

  func supplier(of company: Int64) -> Int64? {
    StoryCast.companies.first { $0.number == company }.flatMap { suppliers[$0.name] }
  }

  func customer(_ reference: String) -> Int64? {
    StoryCast.customers.firstIndex { $0.reference == reference }.map { customers[$0] }
  }

  /// The customer that stands behind this one in the list.
  func customer(after reference: String) -> Int64 {
    let place = StoryCast.customers.firstIndex { $0.reference == reference } ?? 0
    return customers[(place + 1) % customers.count]
  }

  /// A mirror but for its rows and files, dated this day.
  func mirror(of received: Int64, _ source: ClientInvoice, on day: CalendarDate) -> ClientInvoice {
    var mirror = ClientInvoice()
    mirror.foreignID = "\(received)"
    mirror.clientID = customer(source.poNumber ?? "")
    mirror.invoiceDate = day
    mirror.dueDate = day.adding(days: 30)
    mirror.period = source.period
    mirror.currency = source.currency
    return mirror
  }

  private static func party(_ name: String, _ reference: String? = nil) -> APIParty {
    var party = APIParty()
    party.name = name
    party.foreignID = reference
    party.countryCode = "SE"
    return party
  }
}
