package import Invoicing

/// The part of a list that is asked for.
package struct PageRequest: Hashable, Sendable {
  package var offset: Int
  package var limit: Int
  /// Leaves out what was issued before, where the system can; whoever asks looks at the dates.
  package var issuedFrom: CalendarDate?

  package init(offset: Int, limit: Int, issuedFrom: CalendarDate? = nil) {
    self.offset = offset
    self.limit = limit
    self.issuedFrom = issuedFrom
  }
}
