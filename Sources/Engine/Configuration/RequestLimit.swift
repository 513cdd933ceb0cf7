/// How many requests the economy system takes within a window of time.
package struct RequestLimit: Hashable, Sendable {
  package var limit: Int
  package var seconds: Int

  package init(limit: Int, seconds: Int) {
    self.limit = limit
    self.seconds = seconds
  }
}
