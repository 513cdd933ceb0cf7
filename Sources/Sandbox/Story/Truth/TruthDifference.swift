internal import EconomyAPI
internal import Invoicing

/// How a mirror's sums differ from the received invoice's, and which lines of the source are not
/// on it.
struct TruthDifference: Sendable {
  /// What lines come to.
  struct Sum: Sendable {
    var net: Int128 = 0
    var vat: Int128 = 0
    var gross: Int128 { net + vat }
  }

  /// Mileage that the mirror lacks, which the system does not give.
  let mileage: Sum
  /// Other lines that the mirror has too few of.
  let missing: Sum
  /// How many lines these are.
  let linesAside: Int
  /// What is left of the difference, mirror less received.
  let net: Int128
  let vat: Int128
  var gross: Int128 { net + vat }

  /// Nil where nothing differs, or the sums cannot be made.
  init?(_ one: TruthCase, _ kept: ClientInvoice, _ books: TruthBooks) {
    guard let totals = books.totals(kept) else { return nil }
    let receivedVAT = Int128(one.received.vat ?? 0)
    let net = Int128(totals.net) - (one.gross - receivedVAT)
    let vat = Int128(totals.vat) - receivedVAT
    if net == 0, vat == 0 { return nil }
    let source = net == 0 ? [] : one.source?.rows ?? []
    let mirrored = kept.rows ?? []
    let lacking = source.filter { row in !mirrored.contains { Self.isSame($0, row) } }
    let driven = lacking.filter { Self.isMileage($0, one) }
    let others = lacking.filter { !Self.isMileage($0, one) }
    let isShort = mirrored.count < source.count { !Self.isMileage($0, one) }
    let aside = isShort ? others : []
    mileage = Self.sum(driven)
    missing = Self.sum(aside)
    linesAside = driven.count + aside.count
    self.net = net + mileage.net + missing.net
    self.vat = vat + mileage.vat + missing.vat
  }

  /// The receipts of the source's entries.
  static func receipts(_ one: TruthCase) -> [APIFile] {
    (one.source?.rows ?? []).compactMap(\.expenseEntryID).flatMap { id in
      one.sourceBooks?.expenses[id]?.entry.files ?? []
    }
  }

  private static func isMileage(_ row: ClientInvoiceRow, _ one: TruthCase) -> Bool {
    row.expenseEntryID.flatMap { one.sourceBooks?.expenses[$0]?.isMileage } ?? false
  }

  private static func isSame(_ a: ClientInvoiceRow, _ b: ClientInvoiceRow) -> Bool {
    a.description == b.description && a.vat?.shortest == b.vat?.shortest
      && sum([a]).net == sum([b]).net
  }

  private static func sum(_ rows: [ClientInvoiceRow]) -> Sum {
    guard let totals = try? InvoiceTotals(rows) else { return Sum() }
    return Sum(net: Int128(totals.net), vat: Int128(totals.vat))
  }
}
