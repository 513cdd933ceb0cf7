extension Audit {
  /// The audit whose resolved findings say by which action they were mended, in the order given.
  package func mended(by mendings: [Mending]) -> Audit {
    if mendings.isEmpty { return self }
    let byFinding = Dictionary(grouping: mendings, by: \.fingerprint)
    var audit = self
    for place in findings.indices where findings.figures(at: place).state == .resolved {
      let found = byFinding[findings[place].record.fingerprint] ?? []
      audit.findings[place].record.cause += found.map(\.clause).joined()
    }
    return audit
  }
}
