internal import Invoicing
internal import RepairPlans

extension MirrorMaking {
  mutating func readBack(_ reading: SentReading?, _ id: String, _ desk: inout Desk) -> Move {
    guard let reading else { return vanished(id, &desk) }
    if reading.isDead { return died(id, &desk) }
    guard let received, reading.mirrors(received.invoice) else {
      return .conclude(
        Conclusion(
          .manual, ended + [id],
          .mirrorsAnother(
            received: order.receivedID, sent: id, mirrorOf: reading.invoice.mirrorOf)))
    }
    if let why = difference(reading, desk) {
      return .conclude(Conclusion(.manual, ended + [id], why))
    }
    made = reading
    rememberFound(reading, &desk)
    if desk.isDryRun { return .conclude(Conclusion(.done, [id], .would(.flag, id: id))) }
    var flag = FlagSetting(receivedID: order.receivedID, mirrorID: id)
    let move = flag.begin()
    phase = .flagging(flag)
    return move
  }

  /// A create whose answer was lost is told what it made, once that is found by looking: no flag
  /// may name it any more when it has ended.
  private func rememberFound(_ reading: SentReading, _ desk: inout Desk) {
    let id = reading.invoice.id
    guard !desk.memory.returned.contains(id),
      let made = desk.memory.intents.last(where: {
        $0.mayExist && difference(reading, $0.intent.expected) == nil
      })
    else { return }
    let attempt = Attempt(
      receivedID: order.receivedID, idempotencyKey: made.intent.key,
      attemptedAt: made.lastTriedAt, outcome: .timeout, sentID: id)
    desk.write(.answered(attempt, mayExist: true))
  }

  /// What was made just now may not be there yet.
  private mutating func vanished(_ id: String, _ desk: inout Desk) -> Move {
    let seen = (desk.memory.lastTry ?? desk.now)
      .adding(microseconds: desk.settings.visibleAfter)
    if case .readingBack = phase, desk.now < seen {
      phase = .readingBackLate(id: id)
      return .wait(until: seen)
    }
    return died(id, &desk)
  }

  /// It joins the dead, so the key changes by itself; a create's answer that was dead is tried once
  /// more.
  mutating func died(_ id: String, _ desk: inout Desk) -> Move {
    desk.write(.foundDead(receivedID: order.receivedID, sentID: id, at: desk.now))
    if answer == id { replays.append(id) }
    if replays.count > 1 {
      return .conclude(
        Conclusion(.failed, ended, .diedTwice(received: order.receivedID, ids: replays)))
    }
    tries = CreateTries()
    return lookAgain(&desk)
  }

  /// What differs from what is to be mirrored: the first of customer, currency and gross.
  private func difference(_ reading: SentReading, _ desk: Desk) -> Why? {
    let differences = expectations(desk).map { difference(reading, $0) }
    return differences.contains(nil) ? nil : differences.first ?? nil
  }

  private func difference(_ reading: SentReading, _ expected: MirrorTotals) -> Why? {
    let invoice = reading.invoice
    if invoice.gross != expected.gross {
      return .mirrorDiffers(
        sent: invoice.id, what: "gross", expected: expected.gross.words,
        found: invoice.gross.words)
    }
    if let customer = expected.customer, customer != invoice.customer {
      return .mirrorDiffers(
        sent: invoice.id, what: "customer", expected: customer, found: invoice.customer)
    }
    return nil
  }

  /// What a mirror may be: as it would be made now, or as it was when it was first tried.
  private func expectations(_ desk: Desk) -> [MirrorTotals] {
    var expected: [MirrorTotals] = []
    switch basis {
    case .success(let basis)?: expected.append(order.totals(of: basis, desk))
    default:
      if let invoice = received?.invoice {
        expected.append(
          MirrorTotals(customer: nil, net: invoice.net, vat: invoice.vat, gross: invoice.gross))
      }
    }
    return expected + desk.memory.intents.map(\.intent.expected)
  }

  mutating func take(_ result: FlagSetting.Result, _ flag: FlagSetting) -> Move {
    switch result {
    case .move(let move): return move
    case .failed(let why): return .conclude(Conclusion(.failed, ended + [flag.mirrorID], why))
    case .isSet: return .conclude(concludeDone(flag.mirrorID))
    }
  }

  private func concludeDone(_ id: String) -> Conclusion {
    guard let made, answer == id || !ended.isEmpty else {
      return Conclusion(
        .done, ended + [id], .wasThere(received: order.receivedID, sent: id))
    }
    let customer = made.invoice.customer
    let gross = made.invoice.gross
    if !ended.isEmpty {
      return Conclusion(
        .done, ended + [id],
        .replaced(old: ended, new: id, customer: customer, gross: gross))
    }
    return Conclusion(
      .done, [id],
      .mirrored(
        received: order.receivedID, sent: id, customer: customer, gross: gross, leftOut: leftOut))
  }
}
