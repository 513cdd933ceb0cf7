import Auditing
import EconomyAPI
import Invoicing
import Sandbox

/// What a create with a key and a new body really does, at a moment, in a copy of the books.
struct TriedKey: Equatable {
  var outcome: ForecastOutcome
  var sentID: String

  init(_ key: String, for received: String, in books: SandboxMachine, at moment: Moment) {
    var books = books
    var body = ClientInvoice()
    body.clientID = Ledgers.firstCustomer
    body.foreignID = received
    let answer = books.receive(
      Request(
        company: BookDraw.group,
        .createClientInvoice(body, key: IdempotencyKey(key, fingerprint: "a body of its own"))),
      at: moment
    ).answer
    switch answer {
    case .created(_, replayed: false): (outcome, sentID) = (.fresh, "")
    case .created(let id, replayed: true):
      outcome = Self.isLive(id, in: books) ? .replayLive : .replayDead
      sentID = "\(id)"
    default: (outcome, sentID) = (.conflict, "")
    }
  }

  private static func isLive(_ id: Int64, in books: SandboxMachine) -> Bool {
    guard let invoice = books.clientInvoice(id, in: BookDraw.group) else { return false }
    let isCredited = (invoice.creditInvoices ?? []).contains {
      books.clientInvoice($0, in: BookDraw.group)?.disabled != true
    }
    return invoice.disabled != true && !isCredited
  }
}
