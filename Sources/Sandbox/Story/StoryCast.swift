internal import EconomyAPI
internal import Invoicing

/// Who is in the story.
enum StoryCast {
  /// A consulting company: its books are those of this number.
  struct Company: Sendable {
    let number: Int64
    let name: String
    /// The number that its first invoice bears.
    ///
    /// Syd and Öst both began with 3001, which is what made a key of the printed number collide.
    let firstInvoice: Int64
    /// How many invoices it sends in a month of the first two years.
    let invoicesAMonth: Int
  }

  struct Customer: Sendable {
    let reference: String
    let name: String
    let currency: String
  }

  static let group: Int64 = 1
  static let groupName = "Consulting Group"

  static let companies = [
    Company(number: 2, name: "Konsult Nord AB", firstInvoice: 10_101, invoicesAMonth: 4),
    Company(number: 3, name: "Konsult Syd AB", firstInvoice: 3001, invoicesAMonth: 3),
    Company(number: 4, name: "Konsult Väst AB", firstInvoice: 7001, invoicesAMonth: 2),
    Company(number: 5, name: "Konsult Öst AB", firstInvoice: 3001, invoicesAMonth: 3),
    Company(number: 6, name: "Konsult Mitt AB", firstInvoice: 52_001, invoicesAMonth: 2),
  ]

  /// Suppliers that are no consulting companies: nothing of theirs is mirrored.
  static let otherSuppliers = ["Fastighets AB Kajen", "Telebolaget AB"]

  static let customers = [
    Customer(reference: "K2001", name: "Kund Ek AB", currency: "SEK"),
    Customer(reference: "K2002", name: "Kund Björk AB", currency: "SEK"),
    Customer(reference: "K2003", name: "Kund Gran AB", currency: "SEK"),
    Customer(reference: "K2004", name: "Kund Tall AB", currency: "SEK"),
    Customer(reference: "K2005", name: "Kund Lind AB", currency: "SEK"),
    Customer(reference: "K2006", name: "Kund Ask AB", currency: "SEK"),
    Customer(reference: "K2007", name: "Kund Rönn AB", currency: "SEK"),
    Customer(reference: "K2008", name: "Kunde Eiche GmbH", currency: "EUR"),
  ]

  /// Books of the group and of the companies, empty but for their names.
  static func machine() -> (machine: SandboxMachine, changes: [Change]) {
    var machine = SandboxMachine()
    var changes = machine.open(company: group, named: groupName)
    changes += number(&machine, group, from: 60_001)
    for company in companies {
      changes += machine.open(company: company.number, named: company.name)
      changes += number(&machine, company.number, from: company.firstInvoice)
    }
    return (machine, changes)
  }

  private static func number(
    _ machine: inout SandboxMachine, _ company: Int64, from first: Int64
  ) -> [Change] {
    guard var state = machine.companies[company]?.state else { return [] }
    state.nextInvoiceNumber = first
    machine.apply(.company(company, state))
    return [.company(company, state)]
  }
}
