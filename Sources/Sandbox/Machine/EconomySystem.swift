package import Invoicing

/// The economy system with all that lies between it and its clients: faults, and a limit of
/// requests.
package struct EconomySystem: Sendable {
  package var machine: SandboxMachine
  package var faults: FaultPlan
  package var limit: RateLimit?

  package init(
    _ machine: SandboxMachine = SandboxMachine(), faults: FaultPlan = FaultPlan(),
    limit: RateLimit? = nil
  ) {
    self.machine = machine
    self.faults = faults
    self.limit = limit
  }

  /// What one request leads to.
  package mutating func receive(_ request: Request, at moment: Moment) -> Step {
    let endpoint = request.operation.endpoint
    if let seconds = limit?.admit(at: moment) {
      let refused = Operation.unreadable(endpoint, .tooMany(retryAfter: seconds))
      return machine.receive(Request(company: request.company, refused), at: moment)
    }
    return machine.receive(request, at: moment, fault: faults.strike(endpoint))
  }
}
