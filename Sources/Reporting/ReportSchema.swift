internal import XML

/// `report.xsd`: what `report.xml` promises to whoever reads it.
package enum ReportSchema {
  /// The schema, as it is published beside the report.
  package static var bytes: [UInt8] { PackageResources.report_xsd }

  /// Throws where the report breaks its schema, which is a bug of ours, or cannot be read.
  ///
  /// `name` is for the message: the file has not taken its place yet.
  package static func check(reportAt path: String, as name: String) throws(ReportError) {
    let schema = try compile()
    let violations: [SchemaViolation]
    do {
      violations = try schema.validate(fileAt: path)
    } catch {
      throw .cannot(.open, path: path, reason: POSIX.reason(error.code))
    }
    guard let first = violations.first else { return }
    throw .invalid(file: name, line: first.line, message: first.message)
  }

  private static func compile() throws(ReportError) -> XMLSchema {
    do {
      return try XMLSchema(bytes)
    } catch {
      throw .brokenSchema(line: error.violation.line, message: error.violation.message)
    }
  }
}
