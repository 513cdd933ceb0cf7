internal import EconomySystems
internal import Mirroring

extension SystemFailure {
  /// The failure in the words of the machine.
  var forMachine: RequestFailure {
    switch self {
    case .timedOut: .timedOut
    case .connectionLost: .connectionLost
    case .notSent: .notSent
    case .rateLimited(let seconds): .rateLimited(retryAfterSeconds: seconds)
    case .unavailable(let status, let seconds):
      .unavailable(status: status, retryAfterSeconds: seconds)
    case .refused(let status, _, let message): .refused(status: status, message: message)
    case .unreadable(let why): .unreadable(message: why)
    case .keyInUse: .keyInUse
    case .keyBoundToAnotherBody: .keyBoundToAnotherBody
    case .keyOfTheGone(let id): .keyOfTheGone(id: id)
    case .unknownSupplier: .refused(status: 0, message: description)
    }
  }
}
