import EconomyAPI
import Invoicing
import Sandbox
import Testing

/// The judge of the campaign can find what it looks for.
@Suite struct BooksVerdictTests {
  @Test func `invoices that nobody mirrored are found`() throws {
    let books = try DrawnBooks(invoices: 2, seed: 1)
    let wrong = [
      "1: not processed, with 0 live mirrors", "2: not processed, with 0 live mirrors",
    ]
    #expect(try BooksVerdict(books).wrong() == wrong)
    #expect(try BooksVerdict(books).wrong(unknown: ["1"]) == [wrong[1]])
  }

  @Test func `two mirrors, other rows, and a flag before a mirror are found`() throws {
    let books = try DrawnBooks(invoices: 1, seed: 1)
    var mirror = ClientInvoice()
    mirror.foreignID = "1"
    mirror.clientID = Ledgers.firstCustomer
    var flag = SupplierInvoice()
    flag.foreignID = "processed"
    flag.clientInvoiceIDs = [77]
    try act(
      on: books,
      [
        .updateSupplierInvoice(1, flag), .createClientInvoice(mirror, key: nil),
        .createClientInvoice(mirror, key: nil),
      ])
    #expect(
      try BooksVerdict(books).wrong() == [
        "1: 2 mirrors were made", "1: 2 live mirrors", "1: processed with 2 live mirrors",
        "1: processed with another than its mirror",
        "1: its mirror has not what it should have", "1: flagged before it had a mirror",
      ])
  }

  private func act(on books: DrawnBooks, _ operations: [Sandbox.Operation]) throws {
    let store = try SandboxStore(path: books.path)
    defer { store.close() }
    var machine = try SandboxOpening().open(store)
    for operation in operations {
      let step = machine.receive(
        Request(company: BookDraw.group, operation), at: Moment(microseconds: 1))
      #expect(step.answer.status == 200)
      try store.write(step.changes, [step.event])
    }
  }
}
