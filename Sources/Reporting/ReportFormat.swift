/// The forms in which a report can be written.
package enum ReportFormat: String, CaseIterable, Sendable {
  case csv, xml
}
