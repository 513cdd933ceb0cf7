package import RepairPlans

/// What a machine is to do for one received invoice.
package enum MirrorTask: Equatable, Sendable {
  /// The daily job: make its mirror and set its flag.
  ///
  /// `twins` are the other received invoices, not cancelled, of the same supplier, number, kind,
  /// currency and gross: of such invoices one alone is mirrored.
  case daily(receivedID: String, twins: [String])
  /// An action of a plan; with `dryRun` nothing is written, neither to the system nor to the
  /// journal, and `done` says what would be.
  case action(RepairAction, dryRun: Bool)

  package var receivedID: String {
    switch self {
    case .daily(let id, _): id
    case .action(let action, _): action.receivedID
    }
  }

  var isDryRun: Bool {
    switch self {
    case .daily: false
    case .action(_, let dryRun): dryRun
    }
  }
}
