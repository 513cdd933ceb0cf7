internal import Invoicing

/// Tells of most invoices at once that none of some others has their content.
///
/// It errs to one side alone: what those others have, it never denies.
struct ContentFilter {
  private var words: [UInt64]
  private let shift: UInt64

  init(_ invoices: InvoiceColumns, _ rows: [Int]) {
    // Sixteen places for each content: of the strange ones it lets one in sixteen pass.
    var bits: UInt64 = 10
    while 1 << bits < rows.count * 16 { bits += 1 }
    shift = 64 - bits
    words = Array(repeating: 0, count: 1 << (bits - 6))
    for row in rows {
      let place = self.place(invoices, row)
      words[Int(place >> 6)] |= 1 << (place & 63)
    }
  }

  func mayHave(_ invoices: InvoiceColumns, _ row: Int) -> Bool {
    let place = self.place(invoices, row)
    return words[Int(place >> 6)] >> (place & 63) & 1 != 0
  }

  /// Grosses are what tells contents apart; currency and kind hardly do.
  private func place(_ invoices: InvoiceColumns, _ row: Int) -> UInt64 {
    (UInt64(bitPattern: invoices.gross[row]) &* 0x9e37_79b9_7f4a_7c15) >> shift
  }
}
