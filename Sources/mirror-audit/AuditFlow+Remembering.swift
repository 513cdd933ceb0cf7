internal import Auditing
internal import Cores
internal import Reporting
internal import Workspaces

extension AuditFlow {
  /// Keeps the findings of an audit for the next snapshot while `body` tells them.
  ///
  /// An audit that was kept before has the same findings; but what became of those that are
  /// resolved may have become known since.
  func remembering<Value>(
    _ audited: Audited, _ body: (Audited) throws -> Value
  ) throws -> Value {
    let findings = audited.report.audit.findings
    let isResolved = findings.indices.contains { findings.figures(at: $0).state == .resolved }
    if !isResolved, try audited.workspace.hasFindings(of: key(audited.report.identity)) {
      audited.told.dismiss()
      return try body(audited)
    }
    let kept = Promise.background { try keep(audited) }
    do {
      let value = try body(audited)
      try kept.value()
      return value
    } catch {
      audited.told.fail(error)
      throw error
    }
  }

  /// Keeps the findings as they are told.
  func keep(_ audited: Audited) throws {
    do {
      try audited.workspace.store(
        audited.report.audit.findings.count, of: key(audited.report.identity),
        next: audited.told.next)
    } catch {
      audited.told.fail(error)
      throw error
    }
  }

  /// Tells the findings of an audit of which nothing is written.
  func tell(_ audited: Audited) throws {
    try audited.report.audit.findings.forEachPiece { try audited.told.put($0) }
    audited.told.end()
  }
}
