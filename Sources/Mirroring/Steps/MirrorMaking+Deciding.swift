internal import Invoicing
internal import RepairPlans

extension MirrorMaking {
  /// What a finished look means.
  mutating func decide(_ desk: inout Desk) -> Move {
    guard let look, let received else { preconditionFailure("it has been looked") }
    if let conclusion = order.judge(look, ended: ended, desk) { return .conclude(conclusion) }
    if look.live.isEmpty || !endings.isEmpty, let conclusion = order.judge(strangers: look) {
      return .conclude(conclusion)
    }
    if let ending = endings.first {
      var step = InvoiceEnding(
        ending, receivedID: order.receivedID, expect: order.expected(ending.id))
      let move = step.begin(desk)
      phase = .ending(step)
      return move
    }
    if look.live.count > 1 {
      let ids = look.live.map(\.invoice.id).sorted(by: IdentifierOrder.isBefore)
      return .conclude(
        Conclusion(.manual, ids, .severalLive(received: received.invoice.id, ids: ids)))
    }
    if let conclusion = judgeTwins(look) { return .conclude(conclusion) }
    if let found = look.live.first {
      phase = .readingBack(id: found.invoice.id)
      return .ask(.readSent(id: found.invoice.id))
    }
    if let stranger = look.strangers.first, !order.isPlanned {
      let id = stranger.invoice.id
      return .conclude(
        Conclusion(
          .manual, [id], .flagNamesStranger(received: received.invoice.id, sent: id)))
    }
    if let moment = notSureBefore(look, desk) {
      phase = .pausing
      return .wait(until: moment)
    }
    return follow(look, &desk)
  }

  /// Of invoices received twice one alone is mirrored: that with a live mirror, else the smallest
  /// id.
  private func judgeTwins(_ look: MirrorLook) -> Conclusion? {
    let id = order.receivedID
    if let twin = mirroredTwin {
      if !look.live.isEmpty, IdentifierOrder.isBefore(id, twin.twin) { return nil }
      return Conclusion(
        .manual, look.live.map(\.invoice.id) + [twin.sent],
        .twinMirrored(received: id, twin: twin.twin, sent: twin.sent))
    }
    guard look.live.isEmpty,
      let first = order.twins.min(by: IdentifierOrder.isBefore), IdentifierOrder.isBefore(first, id)
    else { return nil }
    return Conclusion(.manual, [], .twinGoesFirst(received: id, twin: first))
  }

  /// The moment before which finding nothing says nothing, where that is still to come.
  private func notSureBefore(_ look: MirrorLook, _ desk: Desk) -> Moment? {
    var moments: [Moment] = []
    if let moment = tries.notBefore { moments.append(moment) }
    if tries.next == .firstTry, let tried = desk.memory.lastDoubtfulTry {
      moments.append(desk.sure(ofTryAt: tried))
    }
    if look.hasVanished, let tried = desk.memory.lastTry {
      moments.append(tried.adding(microseconds: desk.settings.visibleAfter))
    }
    return moments.max().flatMap { look.began < $0 ? $0 : nil }
  }

  /// Nothing is there, for sure.
  private mutating func follow(_ look: MirrorLook, _ desk: inout Desk) -> Move {
    switch tries.next {
    case .firstTry, .anotherTry: return create(look, &desk)
    case .fail(let failure):
      return .conclude(
        Conclusion(
          .failed, ended, .createFailed(received: order.receivedID, failure: failure)))
    case .unknown(let why): return .conclude(Conclusion(.unknown, ended, why))
    }
  }
}
