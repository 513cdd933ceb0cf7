/// A seller or buyer, by the names it has.
package struct UBLParty: Equatable, Sendable {
  package var identification: String?
  package var legalID: String?
  package var vatNumber: String?
  package var endpoint: String?
  package var registrationName: String?
  package var name: String?

  /// The name that goes before the others.
  package var best: String? {
    identification ?? legalID ?? vatNumber ?? endpoint ?? registrationName ?? name
  }
}
