import Invoicing

@testable import Mirroring

/// An economy system of one received invoice, a few lines long, to break on purpose.
struct TinySystem {
  enum Mode: CaseIterable, Sendable { case none, forever, ttl, strict, current, currentUnnamed }

  struct Invoice {
    let id: String
    let body: CreateBody?
    var status: SentStatus
    var notes: [CreditNoteReading] = []
    var mirrorOf: String? = "R1"
    let visibleAt: Moment
    var isDeleted = false
  }

  struct Faults {
    /// In percent of the requests.
    var rate = 0
    var visibleAfter: Int64 = 0
    var isSlow = true
  }

  struct Bound {
    let body: CreateBody
    let id: String
    let at: Moment
  }

  let mode: Mode
  let retention: Int64
  let faults: Faults
  var random: SplitMix
  var invoices: [Invoice] = []
  var keys: [String: Bound] = [:]
  var received = Samples.received()
  /// Requests that arrive late.
  private var late: [(at: Moment, request: SystemRequest)] = []
  private(set) var creates = 0

  init(mode: Mode, retention: Int64, faults: Faults, seed: UInt64) {
    self.mode = mode
    self.retention = retention
    self.faults = faults
    random = SplitMix(seed: seed)
  }

  var live: [Invoice] {
    invoices.filter { $0.mirrorOf == "R1" && !$0.isDeleted && !reading($0).isDead }
  }

  /// What a request answers, and how long that takes.
  mutating func perform(
    _ request: SystemRequest, timeout: Int64, at now: Moment
  ) -> (MirrorEvent, Int64) {
    arrive(until: now)
    guard random.chance(faults.rate) else {
      return (event(request, now), Int64(random.below(50_000)))
    }
    switch random.below(faults.isSlow ? 9 : 8) {
    case 0:
      _ = event(request, now)
      return (.failed(.timedOut), timeout)
    case 1: return (.failed(.timedOut), timeout)
    case 2:
      _ = event(request, now)
      return (.failed(.connectionLost), 1_000)
    case 3: return (.failed(.connectionLost), 1_000)
    case 4: return (.failed(.unavailable(status: 500, retryAfterSeconds: nil)), 1_000)
    case 5:
      _ = event(request, now)
      return (.failed(.unavailable(status: 500, retryAfterSeconds: nil)), 1_000)
    case 6: return (.failed(.rateLimited(retryAfterSeconds: 1)), 1_000)
    case 7: return (.failed(.notSent), 10)
    default:
      let delay = timeout + Int64(random.below(Int(timeout)))
      late.append((now.adding(microseconds: delay), request))
      return (.failed(.timedOut), timeout)
    }
  }

  /// Carries out what was under way.
  mutating func arrive(until now: Moment) {
    while let place = late.indices.min(by: { late[$0].at < late[$1].at }), late[place].at <= now {
      let (at, request) = late.remove(at: place)
      _ = event(request, at)
    }
  }

  var isSettled: Bool { late.isEmpty }

  private mutating func event(_ request: SystemRequest, _ now: Moment) -> MirrorEvent {
    switch request {
    case .readReceived: return .answered(.received(received))
    case .findSources: return .answered(.sources([Samples.source()]))
    case .findCustomers: return .answered(.customers([Samples.customer]))
    case .readExpense: return .answered(.expense(.mileage))
    case .findMirrors:
      let seen = invoices.filter {
        $0.mirrorOf == "R1" && !$0.isDeleted && $0.visibleAt <= now
      }
      return .answered(.mirrors(seen.map(reading)))
    case .readSent(let id):
      let found = invoices.first { $0.id == id && !$0.isDeleted }
      return .answered(.sent(found.map(reading)))
    case .createMirror(let body, let key): return create(body, key, now)
    case .setProcessed(_, let mirrorID):
      received.isProcessed = true
      received.mirrorIDs = [mirrorID]
      return .answered(.done)
    case .delete(let id): return change(id) { if $0.status == .draft { $0.isDeleted = true } }
    case .certify(let id): return certify(id)
    case .send(let id): return change(id) { $0.status = .sent }
    case .credit(let id): return credit(id, now)
    case .attachFiles: return .answered(.done)
    }
  }

  private mutating func create(
    _ body: CreateBody, _ key: String, _ now: Moment
  ) -> MirrorEvent {
    if mode != .none, let bound = keys[key], !isExpired(bound, now) {
      if mode == .strict, bound.body != body { return .failed(.keyBoundToAnotherBody) }
      if mode == .current || mode == .currentUnnamed,
        invoices.contains(where: { $0.id == bound.id && $0.isDeleted })
      {
        return .failed(.keyOfTheGone(id: mode == .current ? bound.id : nil))
      }
      return .answered(.created(id: bound.id, replayed: false))
    }
    if mode == .strict, late.contains(where: { $0.request.key == key }) {
      return .failed(.keyInUse)
    }
    let id = add(body: body, at: now)
    keys[key] = Bound(body: body, id: id, at: now)
    creates += 1
    return .answered(.created(id: id, replayed: false))
  }

  private func isExpired(_ bound: Bound, _ now: Moment) -> Bool {
    guard mode == .ttl || mode == .strict else { return false }
    return now.microseconds - bound.at.microseconds > retention
  }

  @discardableResult
  mutating func add(body: CreateBody?, status: SentStatus = .draft, at now: Moment) -> String {
    let id = "S\(invoices.count + 1)"
    let delay = Int64(random.below(Int(faults.visibleAfter) + 1))
    invoices.append(
      Invoice(
        id: id, body: body, status: status, visibleAt: now.adding(microseconds: delay)))
    return id
  }

  mutating func change(_ id: String, _ change: (inout Invoice) -> Void) -> MirrorEvent {
    guard let place = invoices.firstIndex(where: { $0.id == id && !$0.isDeleted }) else {
      return .failed(.refused(status: 404, message: "no invoice \(id)"))
    }
    change(&invoices[place])
    return .answered(.done)
  }

  private mutating func certify(_ id: String) -> MirrorEvent {
    if invoices.contains(where: { $0.id == id && $0.status != .draft }) {
      return .failed(.refused(status: 409, message: "certified already"))
    }
    for place in invoices.indices {
      for note in invoices[place].notes.indices where invoices[place].notes[note].id == id {
        invoices[place].notes[note].status = .booked
      }
    }
    return change(id) { $0.status = .booked }
  }

  private mutating func credit(_ id: String, _ now: Moment) -> MirrorEvent {
    guard let place = invoices.firstIndex(where: { $0.id == id && !$0.isDeleted }) else {
      return .failed(.refused(status: 404, message: "no invoice \(id)"))
    }
    let note = "C\(invoices.count + 1)"
    invoices.append(
      Invoice(id: note, body: nil, status: .draft, mirrorOf: nil, visibleAt: now))
    invoices[place].notes.append(Samples.note(note, status: .draft))
    return .answered(.credited(id: note))
  }

  func reading(_ invoice: Invoice) -> SentReading {
    Samples.sent(
      invoice.id, mirrorOf: invoice.mirrorOf, status: invoice.status, notes: invoice.notes)
  }
}

extension SystemRequest {
  var key: String? {
    if case .createMirror(_, let key) = self { key } else { nil }
  }
}
