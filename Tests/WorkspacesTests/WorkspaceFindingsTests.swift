import Auditing
import Foundation
import GRDB
import Invoicing
import Testing
import Workspaces

@Suite struct WorkspaceFindingsTests {
  private static let key = AuditKey(identity: "a", rulesVersion: "1", settingsDigest: "s")

  @Test func `findings come back as they were stored, in their order`() throws {
    try withWorkspaceFolder { path in
      let findings = try Self.findings(130)
      do {
        let workspace = try Workspace.open(path, create: true)
        #expect(try workspace.findings(of: Self.key) == nil)
        try workspace.store(findings, of: Self.key)
      }
      #expect(try Workspace.open(path, create: false).findings(of: Self.key) == findings)
    }
  }

  @Test func `findings stored again take the place of the ones before`() throws {
    try withWorkspaceFolder { path in
      let workspace = try Workspace.open(path, create: true)
      let findings = try Self.findings(30)
      let other = AuditKey(identity: "a", rulesVersion: "2", settingsDigest: "s")
      try workspace.store(findings, of: other)
      try workspace.store(findings, of: Self.key)
      try workspace.store(findings.reversed(), of: Self.key)
      try workspace.store(Array(findings.dropLast(9)), of: Self.key)
      #expect(try workspace.findings(of: Self.key) == findings.dropLast(9))
      #expect(try workspace.findings(of: other) == findings)
      try workspace.store([], of: Self.key)
      #expect(try workspace.findings(of: Self.key) == [])
    }
  }

  @Test func `findings come a few at a time, and those before stay where one fails`() throws {
    struct Broken: Error {}
    try withWorkspaceFolder { path in
      let workspace = try Workspace.open(path, create: true)
      let findings = try Self.findings(30)
      var start = 0
      try workspace.store(findings.count, of: Self.key) {
        defer { start += 7 }
        return start < findings.count
          ? Self.kept(findings[start..<min(start + 7, findings.count)]) : nil
      }
      #expect(try workspace.findings(of: Self.key) == findings)
      var isBroken = false
      #expect(throws: Broken.self) {
        try workspace.store(2, of: Self.key) {
          if isBroken { throw Broken() }
          isBroken = true
          return Self.kept(findings.prefix(1))
        }
      }
      #expect(try workspace.hasFindings(of: Self.key))
      #expect(try workspace.findings(of: Self.key) == findings)
    }
  }

  @Test func `an effect beyond 64 bits is kept`() throws {
    try withWorkspaceFolder { path in
      let workspace = try Workspace.open(path, create: true)
      var findings = try Self.findings(3)
      findings[1].effect = -Int128(Int64.max) * 1000
      try workspace.store(findings, of: Self.key)
      #expect(try workspace.findings(of: Self.key) == findings)
    }
  }

  @Test func `a person queries findings by snapshot and state`() throws {
    try withWorkspaceFolder { path in
      do {
        let workspace = try Workspace.open(path, create: true)
        try workspace.store(try Self.findings(30), of: Self.key)
      }
      let new = try DatabaseQueue(path: "\(path)/audit.sqlite").read { db in
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM findings WHERE snapshot = 'a' AND state = 'new'")
      }
      #expect(new == 10)
    }
  }

  private static func kept(_ findings: some Sequence<FindingRecord>) -> KeptFindings {
    KeptFindings(ToldFindings(findings))
  }

  private static func findings(_ count: Int) throws -> [FindingRecord] {
    let krona = try #require(Currency("SEK"))
    let states = FindingState.allCases
    let repairs = RepairKind.allCases
    let severities = Severity.allCases
    return (0..<count).map { i in
      FindingRecord(
        fingerprint: "\(i)", rule: "stale-key", severity: severities[i % severities.count],
        state: states[i % states.count], receivedID: i % 4 == 0 ? "" : "R\(i)",
        supplier: "Konsult åäö", number: "1\u{0}2", mirrorID: "",
        sentIDs: (0..<i % 3).map { "S\($0)" }, customer: "K", currency: krona,
        gross: Int64(i) * 100, effect: Int128(-i), ageDays: i, cause: "It's \"so\"; \(i)",
        repair: repairs[i % repairs.count])
    }
  }
}
