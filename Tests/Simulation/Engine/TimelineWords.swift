internal import Invoicing
internal import Mirroring

extension MirrorEvent {
  var timelineWords: String {
    switch self {
    case .answered(.received(let reading)):
      reading.map {
        "received \($0.invoice.id), \($0.isProcessed ? "processed" : "to do") \($0.mirrorIDs)"
      } ?? "no such invoice"
    case .answered(.sources(let sources)): "sources \(sources.map(\.id))"
    case .answered(.customers(let customers)): "customers \(customers.map(\.id))"
    case .answered(.expense): "an expense"
    case .answered(.mirrors(let mirrors)): "mirrors \(mirrors.map(\.invoice.id))"
    case .answered(.sent(let reading)):
      reading.map {
        "sent \($0.invoice.id), \($0.invoice.status.name), credited by \($0.creditNotes.map(\.id))"
      } ?? "no such invoice"
    case .answered(.created(let id, _)): "created \(id)"
    case .answered(.credited(let id)): "credited by \(id ?? "?")"
    case .answered(.done): "done"
    case .failed(let failure): failure.words
    case .started: "started"
    case .encoded: "its body"
    case .woken: "the time has come"
    case .stopped: "stop"
    }
  }
}

extension JournalEntry {
  var timelineWords: String {
    switch self {
    case .intended(let intent): "journal: \(intent.receivedID) intends \(intent.key)"
    case .retried(let id, let key, _): "journal: \(id) tries again \(key)"
    case .answered(let attempt, let mayExist):
      "journal: \(attempt.receivedID) \(attempt.outcome.name) \(attempt.sentID ?? "")"
        + (mayExist ? ", may exist" : "")
    case .foundDead(let id, let sent, _): "journal: \(id) found \(sent) dead"
    case .acting(let deed): "journal: \(deed.receivedID) begins \(deed.kind.verb(deed.sentID))"
    case .acted(let deed): "journal: \(deed.receivedID) did \(deed.kind.verb(deed.sentID))"
    case .finished(let outcome):
      "journal: \(outcome.receivedID) \(outcome.kind.name): \(outcome.why)"
    }
  }
}
