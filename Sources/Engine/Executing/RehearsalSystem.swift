internal import Invoicing
internal import Mirroring

/// The economy system as a dry run sees it: what earlier actions of the plan would have ended is
/// dead, and nothing is written.
struct RehearsalSystem: MirroringSystem {
  let system: any MirroringSystem
  /// Sent invoices that earlier actions would have deleted or credited.
  let ended: Set<String>

  func perform(
    _ request: SystemRequest, timeout: Int64
  ) async -> Result<SystemAnswer, RequestFailure> {
    guard request.isReading else {
      preconditionFailure("the machine of a dry run asks for no write")
    }
    return await system.perform(request, timeout: timeout).map { answer in
      switch answer {
      case .mirrors(let readings): .mirrors(readings.map(seen))
      case .sent(let reading): .sent(reading.map(seen))
      default: answer
      }
    }
  }

  func body(of draft: MirrorDraft) -> CreateBody { system.body(of: draft) }

  private func seen(_ reading: SentReading) -> SentReading {
    guard ended.contains(reading.invoice.id) else { return reading }
    var reading = reading
    reading.invoice.status = .deleted
    return reading
  }
}

extension SystemRequest {
  fileprivate var isReading: Bool {
    switch self {
    case .readReceived, .findSources, .findCustomers, .readExpense, .findMirrors, .readSent: true
    case .createMirror, .certify, .send, .credit, .delete, .attachFiles, .setProcessed: false
    }
  }
}
