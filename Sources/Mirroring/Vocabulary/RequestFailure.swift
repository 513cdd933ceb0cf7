/// Why a request has no answer, sorted by what that says of its being carried out.
package enum RequestFailure: Hashable, Sendable {
  /// No answer within the time given: it may have been carried out, or be so later.
  case timedOut
  /// The connection broke after something was sent: it may have been carried out.
  case connectionLost
  /// Nothing was sent (no connection): it was not carried out.
  case notSent
  /// 429: it was not carried out; the system may say after how many seconds to come back.
  case rateLimited(retryAfterSeconds: Int?)
  /// 5xx (other than an expense's 501): it may have been carried out.
  case unavailable(status: Int, retryAfterSeconds: Int?)
  /// 4xx: it was not carried out, and will not be.
  case refused(status: Int, message: String)
  /// An answer that is none of its API: it may have been carried out.
  case unreadable(message: String)
  /// 409 to a create: another request with this key is under way.
  case keyInUse
  /// 422 to a create: the key was used with another body.
  case keyBoundToAnotherBody
  /// 410 to a create: the invoice that this key made is no more; its id where the answer names it.
  case keyOfTheGone(id: String?)
}

extension RequestFailure {
  /// Whether the request may have been carried out all the same.
  package var mayHaveHappened: Bool {
    switch self {
    case .timedOut, .connectionLost, .unavailable, .unreadable, .keyInUse: true
    case .notSent, .rateLimited, .refused, .keyBoundToAnotherBody, .keyOfTheGone: false
    }
  }

  /// Whether the same request may fare better later.
  package var passes: Bool {
    switch self {
    case .timedOut, .connectionLost, .notSent, .rateLimited, .unavailable, .unreadable, .keyInUse:
      true
    case .refused, .keyBoundToAnotherBody, .keyOfTheGone: false
    }
  }

  /// How long the system asked to be left alone, in seconds.
  package var retryAfterSeconds: Int? {
    switch self {
    case .rateLimited(let seconds), .unavailable(_, let seconds): seconds
    default: nil
    }
  }
}
