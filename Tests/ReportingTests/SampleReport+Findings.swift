internal import Auditing
internal import Invoicing
internal import Reporting

extension SampleReport {
  static func findings(_ books: Books) throws -> [Finding] {
    [
      try staleKey(books), try duplicate(), try missing(), try orphan(), try gap(), try resolved(),
    ]
  }

  private static func staleKey(_ books: Books) throws -> Finding {
    Finding(
      record: try record(
        "0123456789abcdef", "stale-key", .critical, .persisting, received: "R1",
        supplier: "Konsult Nord AB", number: "A-17", sent: ["S1", "S<3>\u{8}&"],
        customer: "Kund & Co", effect: -125_000, age: 48,
        cause: "The mirror was deleted, and its key brought the dead one back: "
          + "mirror S1 of 2023-05-01 (deleted, created 2023-05-01T06:00:00Z, "
          + "ended 2023-05-02T09:30:00Z); a try at 2023-05-03T06:00:00Z with key R1 "
          + "brought back S1",
        repair: .createMirror),
      evidence: [
        Fact(
          origin: .row(.sent, 1),
          fields: [
            .init(.id, "S1"), .init(.status, "deleted"), .init(.issueDate, "2023-05-01"),
            .init(.endedAt, "2023-05-02T09:30:00Z"),
          ], phrase: "mirror S1"),
        Fact(
          origin: .row(.attempts, 12),
          fields: [
            .init(.attemptedAt, "2023-05-03T06:00:00Z"), .init(.outcome, "replayed"),
            .init(.idempotencyKey, "R1"), .init(.sentID, "S1"),
          ], phrase: "a try"),
        Fact(origin: .vanished, fields: [.init(.id, "S4")], phrase: "mirror S4"),
      ],
      links: [
        Link(
          sent: 0, received: 0, step: .statedMirror, field: .mirrorOf,
          value: books.texts.find("R1") ?? .absent),
        Link(sent: 2, received: 0, step: .content, field: .content, value: .absent),
      ])
  }

  private static func duplicate() throws -> Finding {
    Finding(
      record: try record(
        "00000000000000d0", "duplicate-after-timeout", .critical, .new, received: "R2",
        supplier: "Konsult Syd AB", number: "1042", mirror: "S2", sent: ["S5"],
        customer: "K1005", currency: "EUR", effect: 98_765_432_10, age: 5,
        cause: "Two mirrors live; a try at 2023-05-26T06:00:00Z timed out\nand was made again.",
        repair: .cancelInvoice), evidence: [], links: [])
  }

  private static func missing() throws -> Finding {
    Finding(
      record: try record(
        "00000000000000a0", "missing-mirror", .critical, .new, received: "-R3\u{1B}[31m",
        supplier: "=Konsult, \"Nord\"", number: "+46", currency: "JPY", effect: -500, age: 1,
        cause: "No mirror was ever made, or it was deleted and swallowed", repair: .createMirror),
      evidence: [], links: [])
  }

  private static func orphan() throws -> Finding {
    Finding(
      record: try record(
        "00000000000000b0", "orphan-mirror", .high, .new, number: "10042", mirror: "S6",
        sent: ["S6"], customer: "@Kund", effect: 125_000, age: 200,
        cause: "It mirrors R99, which is not there", repair: .manual), evidence: [], links: [])
  }

  private static func gap() throws -> Finding {
    Finding(
      record: try record(
        "00000000000000c0", "number-gap", .info, .new, number: "A17..A19", effect: 0, age: 0,
        cause: "Three numbers are missing in the series A", repair: .manual),
      evidence: [
        Fact(
          origin: .row(.lines, 3),
          fields: [
            .init(.line, "1"), .init(.kind, "service"), .init(.description, ""),
            .init(.net, "-1.50"),
          ], phrase: "line 1")
      ], links: [])
  }

  private static func resolved() throws -> Finding {
    Finding(
      record: try record(
        "00000000000000f0", "key-reused", .info, .resolved, received: "R4",
        supplier: "Konsult Nord AB", number: "A-18", effect: 0, age: 30,
        cause: "It stood in the snapshot of 2023-04-30", repair: .manual),
      evidence: [], links: [])
  }

  static func record(
    _ fingerprint: String, _ rule: String, _ severity: Severity, _ state: FindingState,
    received: String = "", supplier: String = "", number: String = "", mirror: String = "",
    sent: [String] = [], customer: String = "", currency code: String = "SEK", effect: Int128,
    age: Int, cause: String, repair: RepairKind
  ) throws -> FindingRecord {
    FindingRecord(
      fingerprint: fingerprint, rule: rule, severity: severity, state: state,
      receivedID: received, supplier: supplier, number: number, mirrorID: mirror, sentIDs: sent,
      customer: customer, currency: try currency(code), gross: 125_000, effect: effect,
      ageDays: age, cause: cause, repair: repair)
  }

  static func tieOut() throws -> [TieOutRow] {
    var duplicated = TieOutRow(currency: try currency("EUR"), supplier: "Konsult Syd AB")
    duplicated.expected = 98_765_432_10
    duplicated.mirrored = 2 * 98_765_432_10
    duplicated.findings = 98_765_432_10
    duplicated.receivedCount = 1
    duplicated.mirroredCount = 2
    var orphans = TieOutRow(currency: try currency("SEK"), supplier: "")
    orphans.mirrored = 125_000
    orphans.findings = 125_000
    orphans.mirroredCount = 1
    var pending = TieOutRow(currency: try currency("SEK"), supplier: "=Konsult, \"Nord\"")
    pending.expected = 1_000_000_07
    pending.findings = -125_000
    pending.pending = -998_750_00
    pending.tolerated = -7
    pending.receivedCount = 1234
    pending.pendingCount = 1233
    return [duplicated, orphans, pending]
  }

  static func totals() throws -> [ControlTotal] {
    var total = ControlTotal(ledger: .received, currency: try currency("SEK"))
    total.rows = 1234
    total.net = 100_000
    total.vat = -25_000
    total.rounding = -1
    total.gross = 74_999
    return [total, ControlTotal(ledger: .sent, currency: try currency("JPY"))]
  }

  static func outOfScope() throws -> [OutOfScopeRow] {
    var rent = OutOfScopeRow(
      supplier: "Hyresvärden", currency: try currency("SEK"), reason: .otherSupplier)
    rent.count = 1
    rent.gross = 5_000_000
    let old = OutOfScopeRow(
      supplier: "Konsult Nord AB", currency: try currency("KWD"), reason: .beforeCover)
    return [rent, old]
  }
}
