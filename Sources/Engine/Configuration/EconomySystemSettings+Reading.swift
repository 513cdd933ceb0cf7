internal import TOMLKit

extension EconomySystemSettings {
  init(_ keys: inout ConfigurationTable, address: String?) throws(ConfigurationError) {
    _ = try keys.word("kind", of: ["pe"])
    self.init(
      address: try Self.address(&keys, address),
      group: Int64(try keys.neededNumber("group", Self.companies)))
    if var limit = try keys.table("requests") {
      requests = RequestLimit(
        limit: try limit.neededNumber("limit", 1...1_000_000),
        seconds: try limit.neededNumber("seconds", 1...86_400))
      try limit.refuseOthers()
    }
    if let number = try keys.number("concurrency", 1...1000) { concurrency = number }
    if let seconds = try keys.seconds("timeout-seconds", 0.01...3600) { timeoutSeconds = seconds }
    if var names = try keys.table("suppliers") { try readSuppliers(&names) }
    if var places = try keys.table("fields") { try readFields(&places) }
    try keys.refuseOthers()
  }

  private static let companies = 1...Int(Int32.max)

  private static func address(
    _ keys: inout ConfigurationTable, _ given: String?
  ) throws(ConfigurationError) -> String {
    let text = try keys.text("address", addressForm)
    if let given {
      guard let address = address(given) else { throw .badAddress(given) }
      return address
    }
    guard let text else { throw keys.missing("address", addressForm + ", or --address") }
    guard let address = address(text) else { throw keys.fault("address", addressForm) }
    return address
  }

  private mutating func readSuppliers(
    _ keys: inout ConfigurationTable
  ) throws(ConfigurationError) {
    for name in keys.ownKeys() {
      suppliers[name] = Int64(try keys.neededNumber(name, Self.companies))
    }
    let own = suppliers.filter { $0.value == group }.keys.min()
    if let own { throw keys.fault(own, "another company than the group's own, \(group)") }
    var seen: [Int64: String] = [:]
    for (name, company) in suppliers.sorted(by: { $0.key < $1.key }) {
      if let other = seen.updateValue(name, forKey: company) {
        throw keys.fault(name, "another company than \(company), which is that of '\(other)'")
      }
    }
  }

  private mutating func readFields(_ keys: inout ConfigurationTable) throws(ConfigurationError) {
    if let field = try keys.word("mirror-of", of: FieldPlaces.ofClientInvoice) {
      fields.mirrorOf = field
    }
    if let field = try keys.word("processed", of: FieldPlaces.ofSupplierInvoice) {
      fields.processed = field
    }
    if let field = try keys.word("end-customer", of: FieldPlaces.ofClientInvoice) {
      fields.endCustomer = field
    }
    try keys.refuseOthers()
  }
}
