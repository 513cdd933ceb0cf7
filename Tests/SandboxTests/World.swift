import EconomyAPI
import Invoicing
import Sandbox

/// An economy system with companies 1 and 2, each with a supplier, a client and a user; tests
/// speak with it in words.
final class World {
  var machine: SandboxMachine
  /// Of the last request.
  private(set) var step: Step?

  init(_ mode: String = "strict+ttl=24h", allowsDeletingCertified: Bool = false) {
    let settings = SandboxSettings(
      idempotency: IdempotencyMode(mode) ?? .usual,
      allowsDeletingCertified: allowsDeletingCertified)
    machine = SandboxMachine(settings: settings)
    for company: Int64 in [1, 2] {
      _ = machine.open(company: company)
      _ = ask(.createParty(.supplier, .named("Konsult \(company)")), company: company)
      _ = ask(.createParty(.client, .named("Kund \(company)")), company: company)
    }
  }

  /// The answer in words, at so many seconds after 2023-04-03T12:00:00Z.
  func ask(
    _ operation: Operation, company: Int64 = 1, at seconds: Int64 = 0, fault: Fault? = nil
  ) -> String {
    let moment = Moment(microseconds: 1_680_523_200_000_000 + seconds * 1_000_000)
    let step = machine.receive(Request(company: company, operation), at: moment, fault: fault)
    self.step = step
    return step.answer.words
  }

  /// Creates a client invoice of one row, with a key or without.
  func create(
    _ foreignID: String = "R1", key: String? = nil, body: String = "a", at seconds: Int64 = 0,
    fault: Fault? = nil
  ) -> String {
    let key = key.map { IdempotencyKey($0, fingerprint: body) }
    return ask(
      .createClientInvoice(.sample(foreignID), key: key), at: seconds, fault: fault)
  }

  /// The ids that the list shows.
  func listed(
    _ page: Page = .all, _ filter: ClientInvoiceFilter = ClientInvoiceFilter(),
    at seconds: Int64 = 0, fault: Fault? = nil
  ) -> [Int64] {
    _ = ask(.listClientInvoices(filter, page), at: seconds, fault: fault)
    guard case .clientInvoices(let part) = step?.answer else { return [] }
    return part.items.compactMap(\.id)
  }

  /// A client invoice of company 1 as it is read.
  func read(_ id: Int64) -> ClientInvoice? {
    _ = ask(.readClientInvoice(id))
    guard case .clientInvoice(let invoice) = step?.answer else { return nil }
    return invoice
  }
}

extension Answer {
  /// What was answered, short.
  var words: String {
    switch self {
    case .created(let id, let replayed): replayed ? "replayed \(id)" : "created \(id)"
    case .deleted: "deleted"
    case .refused(let refusal): "\(refusal.status) \(refusal.message)"
    case .clientInvoice(let invoice): invoice.words
    case .supplierInvoice(let invoice): "supplier-invoice \(invoice.id ?? 0)"
    case .party(let kind, let party): "\(kind.rawValue) \(party.id ?? 0) \(party.name ?? "")"
    case .user(let user): "user \(user.id ?? 0)"
    case .info(let info): "info \(info.name ?? "")"
    case .expense(let entry): "expense \(entry.id ?? 0)"
    case .clientInvoices(let part): "\(part.items.count) of \(part.size) client-invoices"
    case .supplierInvoices(let part): "\(part.items.count) of \(part.size) supplier-invoices"
    case .parties(let kind, let part): "\(part.items.count) of \(part.size) \(kind.rawValue)s"
    case .users(let part): "\(part.items.count) of \(part.size) users"
    }
  }
}

extension ClientInvoice {
  /// The invoice in words, as `client-invoice 1 number 1001 certified sent remaining 125`.
  var words: String {
    var words = ["client-invoice \(id ?? 0)"]
    if let invoiceNumber { words.append("number \(invoiceNumber)") }
    if let debitInvoiceNumber { words.append("credits \(debitInvoiceNumber)") }
    if certified == true { words.append("certified") }
    if sent == true { words.append("sent") }
    if disabled == true { words.append("disabled") }
    words.append("remaining \(remaining ?? 0)")
    return words.joined(separator: " ")
  }

  /// 1 × 100 with 25 % VAT, for client 1.
  static func sample(_ foreignID: String = "R1") -> Self {
    var row = ClientInvoiceRow()
    row.quantity = DecimalNumber(digits: 1)
    row.price = 100
    row.vat = DecimalNumber(digits: 25)
    var invoice = Self()
    invoice.clientID = 1
    invoice.foreignID = foreignID
    invoice.rows = [row]
    return invoice
  }
}

extension APIParty {
  static func named(_ name: String) -> Self {
    var party = Self()
    party.name = name
    return party
  }
}
