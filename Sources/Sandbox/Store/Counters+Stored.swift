extension Counters {
  /// All but that of the truth log, which counts its own rows.
  static var stored: [(name: String, path: WritableKeyPath<Counters, Int64>)] {
    [
      ("user", \.user), ("supplier", \.supplier), ("client", \.client),
      ("supplier-invoice", \.supplierInvoice), ("client-invoice", \.clientInvoice),
      ("row", \.row), ("expense", \.expense),
    ]
  }
}
