import EconomyAPI
import Sandbox
import Testing

@Suite struct SupplierInvoiceTests {
  @Test func `the flag is set by an update that leaves the rest`() throws {
    let world = World()
    var invoice = SupplierInvoice()
    invoice.supplierID = 1
    invoice.amount = 12_500
    invoice.vat = 2500
    invoice.referenceNumber = "A7"
    #expect(world.ask(.createSupplierInvoice(invoice)) == "created 1")
    var flag = SupplierInvoice()
    flag.foreignID = "processed"
    flag.clientInvoiceIDs = [99]
    #expect(world.ask(.updateSupplierInvoice(1, flag)) == "supplier-invoice 1")
    #expect(world.step?.event.foreignID == "processed")
    _ = world.ask(.readSupplierInvoice(1))
    guard case .supplierInvoice(let read) = world.step?.answer else {
      Issue.record("no supplier invoice was answered")
      return
    }
    #expect(read.foreignID == "processed")
    #expect(read.clientInvoiceIDs == [99])
    #expect(read.amount == 12_500)
    #expect(read.remaining == 12_500)
    #expect(read.referenceNumber == "A7")
    #expect(read.certified == false)
  }

  @Test func `what remains follows the amount until something is paid`() {
    let world = World()
    var invoice = SupplierInvoice()
    invoice.supplierID = 1
    invoice.amount = 100
    _ = world.ask(.createSupplierInvoice(invoice))
    var change = SupplierInvoice()
    change.amount = 200
    _ = world.ask(.updateSupplierInvoice(1, change))
    guard case .supplierInvoice(let read) = world.step?.answer else {
      Issue.record("no supplier invoice was answered")
      return
    }
    #expect(read.remaining == 200)
  }
}
