import EconomyAPI
import Sandbox
import Testing

@Suite struct RefusalTests {
  /// A request to company 1, and what it is told.
  static let refused: [(Sandbox.Operation, String)] = [
    (.readClientInvoice(9), "404 there is no client-invoice 9"),
    (.readSupplierInvoice(9), "404 there is no supplier-invoice 9"),
    (.readParty(.supplier, 9), "404 there is no supplier 9"),
    (.readParty(.client, 2), "403 client 2 stands in another company's books"),
    (.readUser(9), "404 there is no user 9"),
    (.readExpense(9), "404 there is no expense 9"),
    (
      .createClientInvoice(ClientInvoice(), key: nil),
      "422 client-ref/id: a client-invoice needs a client"
    ),
    (
      .createClientInvoice(changed { $0.clientID = 2 }, key: nil),
      "422 client-ref/id: there is no client 2"
    ),
    (
      .createClientInvoice(changed { $0.currency = "XXZ" }, key: nil),
      "422 currency: 'XXZ' is no currency of ISO 4217"
    ),
    (
      .createClientInvoice(changed { $0.ourReferenceID = 9 }, key: nil),
      "422 our-reference/id: there is no user 9; 0 stands for none"
    ),
    (
      .createClientInvoice(changed { $0.debitInvoiceNumber = "9" }, key: nil),
      "422 debit-invoice-nr: no client-invoice has the number '9'"
    ),
    (
      .createClientInvoice(changed { $0.rows?[0].expenseEntryID = 9 }, key: nil),
      "422 rows/row[1]/expense-entry/id: there is no expense 9"
    ),
    (
      .createClientInvoice(
        changed {
          $0.rows?[0].price = 999_999_999_999_999
          $0.rows?[0].quantity = DecimalNumber(digits: 999)
        }, key: nil),
      "422 rows/row[1]: quantity × price is 10^15 or more"
    ),
    (
      .createSupplierInvoice(SupplierInvoice()),
      "422 supplier-ref/id: a supplier-invoice needs a supplier"
    ),
    (.createParty(.supplier, APIParty()), "422 name: a supplier needs one"),
  ]

  @Test(arguments: refused.indices)
  func `a refusal says the status and what is wrong`(place: Int) {
    let (operation, words) = Self.refused[place]
    let world = World()
    #expect(world.ask(operation) == words)
    #expect(world.step?.event.deed == .refused)
    #expect(world.step?.changes == [])
  }

  @Test func `the books of a company that is not served stay shut`() {
    let world = World()
    #expect(
      world.ask(.readInfo, company: 3) == "403 the token does not open the books of company 3")
    _ = world.machine.close(company: 2)
    #expect(
      world.ask(.readInfo, company: 2) == "403 the token does not open the books of company 2")
  }

  @Test func `an expense is read, a mileage is not`() {
    let world = World()
    let (expense, _) = world.machine.enter(ExpenseEntry(), isMileage: false, company: 1)
    let (mileage, _) = world.machine.enter(ExpenseEntry(), isMileage: true, company: 1)
    #expect(world.ask(.readExpense(expense)) == "expense 1")
    #expect(
      world.ask(.readExpense(mileage))
        == "501 mileage reimbursements cannot be read over this interface")
  }

  private static func changed(_ change: (inout ClientInvoice) -> Void) -> ClientInvoice {
    var invoice = ClientInvoice.sample()
    change(&invoice)
    return invoice
  }
}
