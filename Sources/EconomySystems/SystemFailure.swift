/// Why a request has no answer that could be used, sorted by what that says of its being done.
///
/// Holds nothing secret; the texts are for a person.
package enum SystemFailure: Error, Hashable, Sendable {
  /// No answer within the time given: it may have been done, or be so later.
  case timedOut
  /// The connection broke when something may have been sent: it may have been done.
  case connectionLost(String)
  /// No connection was made: it was not done.
  case notSent(String)
  /// 429: it was not done; the system may say after how many seconds to come back.
  case rateLimited(retryAfterSeconds: Int?)
  /// 5xx other than 501: it may have been done.
  case unavailable(status: Int, retryAfterSeconds: Int?)
  /// 4xx, 501: it was not done, and will not be.
  case refused(status: Int, code: String, message: String)
  /// An answer that is none of the API: it may have been done.
  case unreadable(String)
  /// 409 to a create: another request with this key is under way.
  case keyInUse
  /// 422 to a create: the key was used with another body.
  case keyBoundToAnotherBody
  /// 410 to a create: the invoice that this key made is no more; its id where the answer names it.
  case keyOfTheGone(id: String?)
  /// The configuration does not say whose books the supplier's are.
  case unknownSupplier(String)
}

extension SystemFailure {
  /// Whether the request may have been done all the same.
  package var mayHaveHappened: Bool {
    switch self {
    case .timedOut, .connectionLost, .unavailable, .unreadable, .keyInUse: true
    case .notSent, .rateLimited, .refused, .keyBoundToAnotherBody, .keyOfTheGone,
      .unknownSupplier:
      false
    }
  }
}

extension SystemFailure: CustomStringConvertible {
  /// One sentence.
  package var description: String {
    switch self {
    case .timedOut: "the economy system did not answer in time"
    case .connectionLost(let why): "the connection to the economy system broke: \(why)"
    case .notSent(let why): "the economy system cannot be reached: \(why)"
    case .rateLimited(let seconds):
      "the economy system has had too many requests (429)\(Self.after(seconds))"
    case .unavailable(let status, let seconds):
      "the economy system failed (\(status))\(Self.after(seconds))"
    case .refused(let status, let code, let message):
      "the economy system refused (\(status)\(code.isEmpty ? "" : " \(code)")): \(message)"
    case .unreadable(let why): "the economy system's answer cannot be read: \(why)"
    case .keyInUse: "another request with this idempotency key is under way (409)"
    case .keyBoundToAnotherBody: "this idempotency key was used with another body (422)"
    case .keyOfTheGone(let id):
      "the invoice \(id.map { "\($0) " } ?? "")that this idempotency key made is no more (410)"
    case .unknownSupplier(let name):
      "the books of '\(name)' are not known: name its company under "
        + "[economy-system.suppliers] of the configuration"
    }
  }

  private static func after(_ seconds: Int?) -> String {
    seconds.map { ", and asks to come back after \($0) s" } ?? ""
  }
}
