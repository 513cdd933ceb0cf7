internal import Invoicing
internal import Mirroring
internal import Sandbox

/// A request on its way to the economy system.
struct Arrival: Sendable {
  let at: Moment
  let order: Int
  let request: SystemRequest
  let receivedID: String
  let fault: Fault?
  /// The case that asked, and how long the answer takes back to it; nil: nobody hears it.
  let asker: Asker?

  struct Asker: Hashable, Sendable {
    let life: Int
    let place: Int
    let delay: Int64
    /// The connection is cut on the way back.
    var isCut = false
  }
}

extension SystemRequest {
  /// Whether it changes the books.
  var writes: Bool {
    switch self {
    case .readReceived, .findSources, .findCustomers, .readExpense, .findMirrors, .readSent: false
    case .createMirror, .certify, .send, .credit, .delete, .attachFiles, .setProcessed: true
    }
  }

  var isCreate: Bool {
    if case .createMirror = self { true } else { false }
  }
}
