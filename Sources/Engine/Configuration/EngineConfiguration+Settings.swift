internal import EconomySystems
internal import Mirroring

extension EngineConfiguration {
  /// What the machine is told.
  var mirroring: MirroringSettings {
    MirroringSettings(
      skip: skip, timeout: Self.microseconds(system.timeoutSeconds),
      visibleAfter: Self.microseconds(visibleAfterSeconds),
      retries: RetryPolicy(
        firstPause: Self.microseconds(retryPauseSeconds),
        budget: Self.microseconds(retryBudgetSeconds)))
  }

  /// What the connector is told.
  var connector: PESettings {
    PESettings(
      address: system.address, group: system.group, suppliers: system.suppliers,
      fields: PEFields(
        mirrorOf: PEClientField(rawValue: system.fields.mirrorOf) ?? .foreignID,
        processed: PESupplierField(rawValue: system.fields.processed) ?? .foreignID,
        endCustomer: PEClientField(rawValue: system.fields.endCustomer) ?? .poNumber),
      groupName: groupName)
  }

  var timeout: Duration { .microseconds(Self.microseconds(system.timeoutSeconds)) }

  /// The ranges of the configuration keep it far from what an `Int64` cannot hold.
  private static func microseconds(_ seconds: Double) -> Int64 {
    Int64((seconds * 1_000_000).rounded())
  }
}
