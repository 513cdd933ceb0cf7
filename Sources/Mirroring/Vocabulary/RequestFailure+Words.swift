internal import Invoicing

extension RequestFailure {
  /// The end of a sentence that says what failed.
  package var words: String {
    switch self {
    case .timedOut: "the system did not answer in time"
    case .connectionLost: "the connection broke before the answer"
    case .notSent: "there was no connection to the system"
    case .rateLimited: "the system wants fewer requests (429)"
    case .unavailable(let status, _): "the system failed (\(status))"
    case .refused(let status, let message):
      "the system refused (\(status))\(message.isEmpty ? "" : ": \(message)")"
    case .unreadable(let message): "the answer cannot be read: \(message)"
    case .keyInUse: "another request with its key is under way (409)"
    case .keyBoundToAnotherBody: "its key is bound to another body (422)"
    case .keyOfTheGone: "the invoice of its key is gone (410)"
    }
  }
}

extension SystemRequest {
  /// What it asks for, after "could not".
  package var words: String {
    switch self {
    case .readReceived(let id): "read \(id)"
    case .findSources(let supplier, let number, _): "look for \(number) in the books of \(supplier)"
    case .findCustomers(let query): "look for the customer with \(query.words)"
    case .readExpense(let supplier, let entry): "read the entry \(entry) of \(supplier)"
    case .findMirrors(let id): "look for mirrors of \(id)"
    case .readSent(let id): "read \(id)"
    case .createMirror(_, let key): "create with the key \(key)"
    case .certify(let id): DeedKind.certify.verb(id)
    case .send(let id): DeedKind.send.verb(id)
    case .credit(let id): DeedKind.credit.verb(id)
    case .delete(let id): DeedKind.delete.verb(id)
    case .attachFiles(_, let id): DeedKind.attach.verb(id)
    case .setProcessed(let received, let mirror): "mark \(received) processed with \(mirror)"
    }
  }
}

extension CustomerQuery {
  package var words: String {
    switch self {
    case .reference(let text): "the reference \(text)"
    case .name(let text): "the name \(text)"
    }
  }
}

extension DeedKind {
  /// What it does to an invoice, after "could not".
  package func verb(_ id: String) -> String {
    switch self {
    case .certify: "certify \(id)"
    case .send: "send \(id)"
    case .credit: "credit \(id)"
    case .delete: "delete \(id)"
    case .attach: "attach files to \(id)"
    case .flag: "set the flag with \(id)"
    }
  }
}
