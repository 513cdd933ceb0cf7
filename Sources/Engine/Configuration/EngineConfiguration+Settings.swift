internal import EconomySystems
internal import Mirroring

extension EngineConfiguration {
  /// What the machine is told.
  var mirroring: MirroringSettings {
    MirroringSettings(
      skip: skip, timeout: Int64(system.timeoutSeconds) * 1_000_000,
      visibleAfter: Int64(visibleAfterSeconds) * 1_000_000,
      retries: RetryPolicy(budget: Int64(retryBudgetSeconds) * 1_000_000))
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

  var timeout: Duration { .seconds(system.timeoutSeconds) }
}
