internal import Auditing
internal import Dispatch
internal import Synchronization
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
    try report(name, path) { () throws(XMLReadError) in try schema.validate(fileAt: path) }
  }

  /// How many findings of each rule are held against the schema while a report is written.
  ///
  /// The others of the rule are made by the same code of the same types: they would cost a million
  /// invoices' report a second, and show a bug that the first ones do not only where a text of the
  /// books breaks a type, of which the escaping has none left.
  static let checkedFindings = 200

  /// Of each finding whether it is held against the schema.
  static func checked(_ findings: Findings) -> [Bool] {
    var seen = [Int](repeating: 0, count: findings.rules.all.count)
    return findings.indices.map { place in
      let rule = findings.figures(at: place).rule
      seen[rule] += 1
      return seen[rule] <= checkedFindings
    }
  }

  /// As the other `check`, of a report that is being written: `write` gets a descriptor to which
  /// it writes the same bytes as into the file, findings beyond `checkedFindings` aside, and
  /// another core reads behind it.
  static func check(
    _ name: String, at path: String, whileWriting write: (CInt) throws -> Void
  ) throws {
    let pipe = try POSIX.pipe(path)
    let checked = Mutex<Result<Void, ReportError>?>(nil)
    let isChecked = DispatchSemaphore(value: 0)
    // A queue of its own has a thread of its own, even where all others wait for this one.
    DispatchQueue(label: "report.xsd").async {
      let result = Result<Void, ReportError> { () throws(ReportError) in
        let schema = try compile()
        try report(name, path) { () throws(XMLReadError) in
          try schema.validate(pipe: pipe.toRead, path: path)
        }
      }
      POSIX.drain(pipe.toRead)
      POSIX.abandon(pipe.toRead)
      checked.withLock { $0 = result }
      isChecked.signal()
    }
    let written = Result { try write(pipe.toWrite) }
    POSIX.abandon(pipe.toWrite)
    isChecked.wait()
    try written.get()
    try checked.withLock { $0 }?.get()
  }

  private static func report(
    _ name: String, _ path: String, _ validate: () throws(XMLReadError) -> [SchemaViolation]
  ) throws(ReportError) {
    let violations: [SchemaViolation]
    do {
      violations = try validate()
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
