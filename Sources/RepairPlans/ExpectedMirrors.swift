/// Which mirrors a received invoice has, when the action begins.
package struct ExpectedMirrors: Equatable, Sendable {
  package var receivedID: String
  /// The live ones, sorted by bytes: these and no others; none of a create.
  package var live: [String]
  /// The dead ones, sorted by bytes, those that the system has forgotten among them.
  ///
  /// An engine that knows others than these finds the action stale.
  package var dead: [String]

  package init(receivedID: String, live: [String], dead: [String]) {
    self.receivedID = receivedID
    self.live = live
    self.dead = dead
  }
}
