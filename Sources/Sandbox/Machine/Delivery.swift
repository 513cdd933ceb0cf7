/// What becomes of an answer on its way.
package enum Delivery: Hashable, Sendable {
  case prompt
  case late(milliseconds: Int)
  /// The client waits in vain.
  case never
  /// The connection is cut.
  case reset
}
