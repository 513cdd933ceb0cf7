internal import Invoicing

/// What the books say of the sent invoices that do not say themselves what they mirror.
struct ClaimEvidence {
  /// Rows of `attempts.csv` and of `processed.csv` by the id of the sent invoice that they name.
  let attemptsOfSent: RowsByText
  let flagsOfSent: RowsByText
  /// The keys of these sent invoices.
  private let keys: TextSet
  /// By key: the id of the received invoice for which alone it was tried, or `several`.
  private let triedFor: [UInt32]

  private static let several = UInt32.max

  init(of sent: [Int], _ books: Books) {
    let texts = books.texts.count
    let invoices = books.sent
    let ids = TextSet(texts: texts, sent.lazy.map { invoices.invoices.id[$0] })
    attemptsOfSent = RowsByText(asked: ids, books.attempts.sentID)
    flagsOfSent = RowsByText(asked: ids, books.flags.mirrorID)
    let keys = TextSet(texts: texts, sent.lazy.map { invoices.idempotencyKey[$0] })
    let (tried, received) = (books.attempts.idempotencyKey, books.attempts.receivedID)
    var triedFor = [UInt32](repeating: 0, count: keys.count)
    for attempt in tried.indices {
      let key = Int(keys.place(tried[attempt]))
      if key < 0 { continue }
      let id = received[attempt].index
      triedFor[key] = triedFor[key] == 0 || triedFor[key] == id ? id : Self.several
    }
    self.keys = keys
    self.triedFor = triedFor
  }

  /// The id of the received invoice for which alone a key was tried, or nil.
  func receivedTried(with key: Text) -> Text? {
    let place = keys.place(key)
    guard place >= 0 else { return nil }
    let tried = triedFor[Int(place)]
    return tried == 0 || tried == Self.several ? nil : Text(index: tried)
  }
}
