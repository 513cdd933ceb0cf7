import EconomyAPI
import Foundation
import Invoicing
import Sandbox

/// A random past of drawn books: engines create with keys old and new, the wire loses answers,
/// people delete, cancel and credit.
struct KeyedHistory {
  private(set) var machine: SandboxMachine
  /// As the engines noted them.
  private(set) var attempts: [Attempt] = []
  private(set) var now = Moment(microseconds: 1_704_000_000_000_000)
  private var random: SeededRandom
  private let marksReplays: Bool
  private var deadOf: [Int64: [String]] = [:]
  private var fingerprints = 0

  init(seed: UInt64, mode: IdempotencyMode, marksReplays: Bool, invoices: Int) throws {
    let settings = SandboxSettings(idempotency: mode, allowsDeletingCertified: true)
    var draw = try BookDraw(
      into: SandboxMachine(settings: settings), invoices: invoices, companies: 3, seed: seed)
    while true {
      if try draw.next(2000).isEmpty { break }
    }
    machine = draw.machine
    random = SeededRandom(seed: seed)
    self.marksReplays = marksReplays
    for _ in 0..<invoices * 6 { step(invoices) }
    pass()
  }

  /// The rows of `attempts.csv`.
  var table: String {
    let rows = attempts.map { attempt in
      [
        attempt.receivedID, attempt.idempotencyKey ?? "", attempt.attemptedAt.description,
        attempt.outcome.name, attempt.sentID ?? "",
      ].joined(separator: ",")
    }
    return (["received_id,idempotency_key,attempted_at,outcome,sent_id"] + rows)
      .joined(separator: "\n") + "\n"
  }

  private mutating func step(_ invoices: Int) {
    pass()
    let received = random.drawn(Int64(1)...Int64(invoices))
    switch random.next() % 10 {
    case 0..<5: create(received, invoices)
    default: end(received)
    }
  }

  /// From a second to half a day.
  private mutating func pass() {
    let seconds = random.next() % 12 == 0 ? random.drawn(1...43_200) : random.drawn(1...600)
    now = now.adding(microseconds: seconds * 1_000_000)
  }

  private mutating func create(_ received: Int64, _ invoices: Int) {
    let key = key(for: received, invoices)
    var body = ClientInvoice()
    body.clientID = Ledgers.firstCustomer
    body.foreignID = "\(received)"
    var row = ClientInvoiceRow()
    row.quantity = DecimalNumber(digits: 1)
    row.price = 100 * received
    row.vat = DecimalNumber(digits: 25)
    body.rows = [row]
    // Half of the tries send the body of the one before.
    if random.next() % 2 == 0 { fingerprints += 1 }
    let fault = fault()
    let answer = ask(
      .createClientInvoice(
        body, key: IdempotencyKey(key, fingerprint: "\(received) \(fingerprints)")), fault)
    let (outcome, sentID) = noted(answer, fault)
    attempts.append(
      Attempt(
        receivedID: "\(received)", idempotencyKey: key, attemptedAt: now, outcome: outcome,
        sentID: sentID))
  }

  private mutating func key(for received: Int64, _ invoices: Int) -> String {
    switch random.next() % 10 {
    case 0..<5: return "\(received)"
    case 5: return "batch-\(random.next() % 5)"
    // Of another one.
    case 6: return "\(random.drawn(Int64(1)...Int64(invoices)))"
    default: return IntentKey.wireKey(receivedID: "\(received)", dead: deadOf[received] ?? [])
    }
  }

  private mutating func fault() -> Fault? {
    switch random.next() % 12 {
    case 0: Fault(.lostAnswer)
    case 1: Fault(.lostRequest)
    case 2: Fault(.errorAfter)
    case 3: Fault(.rateLimit)
    default: nil
    }
  }

  private func noted(_ answer: Answer, _ fault: Fault?) -> (AttemptOutcome, String?) {
    switch fault?.kind {
    case .lostAnswer?, .lostRequest?: return (.timeout, nil)
    case .some: return (.failed, nil)
    case nil: break
    }
    guard case .created(let id, let isReplay) = answer else { return (.conflict, nil) }
    return (isReplay && marksReplays ? .replayed : .created, "\(id)")
  }

  /// A mirror comes to its end: deleted, mostly, or cancelled, or credited.
  private mutating func end(_ received: Int64) {
    guard
      case .clientInvoices(let list) = ask(.listClientInvoices(ClientInvoiceFilter(), .all)),
      let mirror = list.items.last(where: { $0.foreignID == "\(received)" }),
      let id = mirror.id
    else { return }
    deadOf[received, default: []].append("\(id)")
    switch random.next() % 6 {
    case 0:
      var change = ClientInvoice()
      change.disabled = true
      ask(.updateClientInvoice(id, change))
    case 1:
      ask(.certify(id))
      if case .created(let note, _) = ask(.credit(id)) { ask(.certify(note)) }
    default: ask(.deleteClientInvoice(id))
    }
  }

  @discardableResult
  private mutating func ask(_ operation: Sandbox.Operation, _ fault: Fault? = nil) -> Answer {
    machine.receive(
      Request(company: BookDraw.group, operation), at: now, fault: fault
    ).answer
  }
}

extension SeededRandom {
  fileprivate mutating func drawn(_ range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &self)
  }
}
