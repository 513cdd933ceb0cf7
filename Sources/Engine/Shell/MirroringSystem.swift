internal import Mirroring

/// The economy system in the words of the machine.
protocol MirroringSystem: Sendable {
  /// Carries out one request; what it comes to is for the machine to judge.
  ///
  /// - Parameter timeout: in microseconds.
  func perform(
    _ request: SystemRequest, timeout: Int64
  ) async -> Result<SystemAnswer, RequestFailure>

  /// The body that a create of this draft sends.
  func body(of draft: MirrorDraft) -> CreateBody
}

/// A request that failed ends what needs its answer.
extension RequestFailure: Error {}
