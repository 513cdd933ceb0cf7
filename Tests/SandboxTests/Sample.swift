import EconomyAPI

/// Messages for tests that need any.
enum Sample {
  static let clientInvoice = ClientInvoice.sample()
}
