internal import Invoicing
internal import RepairPlans

/// Looks for the mirrors of a received invoice: what the system lists, then, one by one, what else
/// the journal or the flag names.
///
/// A list may be late; an invoice read by its id is as it is.
struct MirrorLook: Sendable {
  let received: ReceivedInvoice
  private let named: [String]
  /// Mirrors that need not say so.
  private let linked: [String]
  /// What creates have returned.
  private let returned: [String]
  /// When the list was asked for: what was made long enough before is in it.
  let began: Moment
  private(set) var live: [SentReading] = []
  private(set) var dead: [String] = []
  /// Of the dead those that are this invoice's for sure.
  ///
  /// What its flag alone names, and says nothing of itself any more, may be another's, whose flag
  /// was set wrongly: it counts as long as the flag names it, and the journal does not keep it.
  private(set) var ownDead: [String] = []
  /// Live, named by the flag, the journal or the plan, and saying of nothing that they mirror it.
  private(set) var strangers: [SentReading] = []
  /// Named by the journal, and not there.
  private(set) var hasVanished = false
  private var unread: [String] = []

  /// - Parameters:
  ///   - linked: mirrors by the plan, whatever they say.
  ///   - others: mirrors of others by the plan.
  init(received: ReceivedReading, linked: [String], others: [String], _ desk: Desk) {
    self.received = received.invoice
    self.linked = linked
    returned = desk.memory.returned
    named = desk.memory.returned + received.mirrorIDs + linked + others
    began = desk.now
  }

  func begin() -> Move { .ask(.findMirrors(receivedID: received.id)) }

  /// Nil: all has been read.
  mutating func answered(_ answer: SystemAnswer, _ desk: Desk) -> Move? {
    switch answer {
    case .mirrors(let mirrors): take(mirrors, desk)
    case .sent(let reading): take(reading)
    default: preconditionFailure("the shell answers another question")
    }
    return unread.first.map { .ask(.readSent(id: $0)) }
  }

  /// A live one that the journal has as dead is read by its id; so is one that is not listed.
  private mutating func take(_ mirrors: [SentReading], _ desk: Desk) {
    let own = mirrors.filter { $0.mirrors(received) }
    for mirror in own {
      let id = mirror.invoice.id
      if mirror.isDead {
        die(id, isOwn: true)
      } else if desk.memory.dead.contains(id) {
        unread.append(id)
      } else {
        live.append(mirror)
      }
    }
    let known = own.map(\.invoice.id) + desk.memory.dead
    for id in named where !known.contains(id) && !unread.contains(id) { unread.append(id) }
  }

  private mutating func take(_ reading: SentReading?) {
    let id = unread.removeFirst()
    let isOwn = linked.contains(id) || returned.contains(id)
    guard let reading else {
      die(id, isOwn: isOwn)
      hasVanished = true
      return
    }
    if reading.mirrors(received) || linked.contains(id) {
      if reading.isDead { die(id, isOwn: true) } else { live.append(reading) }
    } else if reading.invoice.mirrorOf == nil {
      if reading.isDead {
        die(id, isOwn: isOwn)
      } else if reading.mayMirror(received) {
        strangers.append(reading)
      }
    }
  }

  private mutating func die(_ id: String, isOwn: Bool) {
    dead.append(id)
    if isOwn { ownDead.append(id) }
  }
}

extension SentReading {
  func mirrors(_ received: ReceivedInvoice) -> Bool {
    invoice.mirrorOf == received.id && mayMirror(received)
  }

  /// A credit note on a sent invoice mirrors at most a supplier's credit note.
  func mayMirror(_ received: ReceivedInvoice) -> Bool {
    invoice.credits == nil || received.kind == .creditNote
  }
}
