internal import Invoicing

/// What a rerun of the engine would do today, for each case that is to be mirrored.
///
/// Such a case is in scope, neither cancelled nor received twice, and has no live mirror. It has
/// two rows: for the old key, the last that was tried, else the received id; and for the intent
/// key, of its dead mirrors.
package enum Forecaster {
  /// By received id, the old key first.
  package static func forecast(_ judged: JudgedBooks, mode: IdempotencyMode) -> [ForecastRow] {
    let books = judged.books
    let history = KeyHistory(judged)
    let ids = books.received.invoices.id
    let places = ids.indices.filter { place in
      guard judged.matched.isInScope[place] else { return false }
      let c = Case(judged.matched, place)
      return !c.isCancelled && !c.isReceivedTwice && c.liveCount == 0
    }
    return places.sorted { books.compareIDs(ids[$0], ids[$1]) < 0 }.flatMap { place in
      rows(Case(judged.matched, place), history, mode)
    }
  }

  private static func rows(
    _ c: Case, _ history: KeyHistory, _ mode: IdempotencyMode
  ) -> [ForecastRow] {
    let books = c.books
    let id = books.string(books.received.invoices.id[c.received])
    let dead =
      c.deadMirrors.map { books.string(books.sent.invoices.id[$0]) }
      + c.vanished.map { books.string($0.id) }
    let tried = c.attempts.last { !books.attempts.idempotencyKey[Int($0)].isAbsent }
    let old = tried.map { books.string(books.attempts.idempotencyKey[Int($0)]) } ?? id
    let intent = IntentKey.key(receivedID: id, dead: dead)
    let onTheWire = IntentKey.wireKey(receivedID: id, dead: dead)
    return [
      row(id, old, history.evidence([old]), mode, books),
      row(id, intent, history.evidence(Set([intent, onTheWire]).sorted()), mode, books),
    ]
  }

  private static func row(
    _ id: String, _ key: String, _ evidence: KeyEvidence, _ mode: IdempotencyMode, _ books: Books
  ) -> ForecastRow {
    let forecast = KeyForecast(evidence, mode: mode, at: books.header.takenAt)
    return ForecastRow(
      receivedID: id, key: key, outcome: forecast.outcome, sentID: forecast.sentID,
      burnt: forecast.burnt)
  }
}
