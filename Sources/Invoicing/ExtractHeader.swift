/// What `extract.json` says of an extract.
package struct ExtractHeader: Equatable, Sendable {
  package var group: String
  /// "Today" for every age.
  package var takenAt: Moment
  /// The books were read from this issue date on; nil: all of them.
  package var coversFrom: CalendarDate?
  /// The consulting companies; nil: every supplier is one.
  package var companies: [String]?
  /// SHA-256 of the file's bytes, as hex digits.
  package var sha256: String

  package init(
    group: String, takenAt: Moment, coversFrom: CalendarDate?, companies: [String]?,
    sha256: String
  ) {
    self.group = group
    self.takenAt = takenAt
    self.coversFrom = coversFrom
    self.companies = companies
    self.sha256 = sha256
  }
}
