import Invoicing
import Planning
import RepairPlans
import Testing

/// The table of kinds, row by row (`repair.md`).
@Suite struct PlannerTests {
  private static let received = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
    source q1 for Kund K

    """

  @Test(arguments: [
    ("", "create-mirror review R1: mark R1; 1250.00 SEK to Kund K"),
    (
      "sent S1 mirrors R1, deleted",
      "create-mirror review R1: mark R1, keep S1; 1250.00 SEK to Kund K, dead S1"
    ),
    (
      """
      sent S1 mirrors R1, deleted, ended 2023-04-05T08:00:00Z
      attempt at 2023-04-05T08:00:01Z for R1, replayed S1
      """, "create-mirror review R1: mark R1, keep S1; 1250.00 SEK to Kund K, dead S1"
    ),
    (
      "attempt at 2023-04-05T08:00:01Z for R1, created S7",
      "create-mirror review R1: mark R1; 1250.00 SEK to Kund K, dead S7"
    ),
    (
      """
      sent S1 mirrors R1
      sent S2 mirrors R1
      """, "cancel-invoice review R1: credit S2, keep S1"
    ),
    (
      """
      sent S1 mirrors R1
      sent S2 mirrors R1, draft
      """, "cancel-invoice safe R1: delete S2, keep S1"
    ),
    (
      "sent S1 mirrors R1, to Kund L",
      "replace-mirror review R1: credit S1, mark R1; 1250.00 SEK to Kund K, dead S1"
    ),
    (
      "sent S1 mirrors R1, 1 000.00 SEK",
      "replace-mirror review R1: credit S1, mark R1; 1250.00 SEK to Kund K, dead S1"
    ),
    ("sent S1 mirrors R1, draft, 2023-04-04", "send-mirror review R1: send S1"),
    (
      """
      sent S1 mirrors R1
      attachment of R1, name hotel.pdf, sha bb
      """, "attach-files review R1: attach S1"
    ),
    (
      """
      sent S1 mirrors R1, draft, created 2023-05-30T00:00:00Z
      attachment of R1, name hotel.pdf, sha bb
      """, "attach-files safe R1: attach S1"
    ),
  ]) func `each finding has its action`(books: String, action: String) throws {
    #expect(lines(try plan(of: Self.received + books)) == [action])
  }

  @Test func `an unprocessed invoice is mirrored as the daily job would, or marked`() throws {
    #expect(
      lines(
        try plan(
          of: """
            received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
            source for Kund K
            received R2 from Konsult A, 99.00 SEK, 2023-04-03
            source for Kund K
            sent S2 mirrors R2
            """)) == [
          "run-engine review R1: mark R1; 1250.00 SEK to Kund K",
          "mark-processed safe R2: mark R2, keep S2",
        ])
  }

  @Test func `a mirror of a cancelled or twice received invoice is cancelled`() throws {
    #expect(
      lines(
        try plan(
          of: """
            received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, cancelled
            sent S1 mirrors R1
            received R2 from Konsult A, 99.00 SEK, 2023-04-03, number 7, processed
            sent S2 mirrors R2
            received R3 from Konsult A, 99.00 SEK, 2023-04-03, number 7, processed
            sent S3 mirrors R3, draft
            without source
            """)) == [
          "cancel-invoice review R1: credit S1",
          "cancel-invoice safe R3: delete S3, keep S2",
          "manual review R3: ",
        ])
  }

  @Test func `what is left of twins is said`() throws {
    let plan = try plan(
      of: """
        received R2 from Konsult A, 99.00 SEK, 2023-04-03, number 7, processed
        sent S2 mirrors R2
        received R3 from Konsult A, 99.00 SEK, 2023-04-03, number 7, processed
        sent S3 mirrors R3, draft
        without source
        """)
    #expect(
      reasons(plan) == [
        "7 of Konsult A: received-twice, and which of them is to be cancelled is the group's to say"
      ])
  }

  @Test func `the flag of a duplicate is set with its end`() throws {
    let plan = try plan(
      of: """
        received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
        source q1 for Kund K
        sent S1 mirrors R1
        sent S2 mirrors R1, draft
        """)
    #expect(
      lines(plan) == [
        "cancel-invoice safe R1: delete S2, keep S1", "mark-processed safe R1: mark R1, keep S1",
      ])
    #expect(plan.actions[1].findings == plan.actions[0].findings)
  }

  @Test func `the flag of a mirror that is replaced is set with the new one`() throws {
    let plan = try plan(
      of: """
        received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
        source q1 for Kund K
        sent S1 mirrors R1, to Kund L
        """)
    #expect(
      lines(plan) == [
        "replace-mirror review R1: credit S1, mark R1; 1250.00 SEK to Kund K, dead S1"
      ])
    #expect(plan.actions[0].findings.count == 2)
  }

  @Test func `a mirror of another that is named and gone is among the dead`() throws {
    let plan = try plan(
      of: """
        received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
        source q1 for Kund K
        received R2 from Konsult A, 99.00 SEK, 2023-04-03, processed
        source q2 for Kund K
        attempt at 2023-04-05T08:00:00Z for R1, created S7
        attempt at 2023-04-05T08:01:00Z for R2, created S7
        """)
    #expect(
      lines(plan) == [
        "create-mirror review R1: mark R1; 1250.00 SEK to Kund K, dead S7",
        "create-mirror review R2: mark R2; 99.00 SEK to Kund K, dead S7",
      ])
  }

  @Test func `one case's steps stand together, in the order in which they are done`() throws {
    let plan = try plan(
      of: Self.received.replacing(", processed", with: "") + """
        sent S1 mirrors R1, to Kund L
        sent S2 mirrors R1, to Kund L, draft
        attachment of R1, name hotel.pdf, sha bb
        """)
    #expect(
      lines(plan) == [
        "cancel-invoice safe R1: delete S2, keep S1",
        "replace-mirror review R1: credit S1, mark R1; 1250.00 SEK to Kund K, dead S1 S2",
      ])
    let mirrors = try #require(plan.actions[1].expect.mirrors)
    #expect(mirrors == ExpectedMirrors(receivedID: "R1", live: ["S1"], dead: ["S2"]))
    #expect(plan.actions[1].create?.attachments.map(\.name) == ["hotel.pdf"])
  }

  @Test func `a create says what it makes and what it rests on`() throws {
    let plan = try plan(
      of: """
        received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, number 77, processed
        source for Kund K
        line of R1, service, net 900.00, vat 25, about "Råd"
        line of R1, expense, net 100.00, vat 25, about "Tåg"
        sent S1 mirrors R1, deleted
        """)
    let action = try #require(plan.actions.first)
    let mirror = try #require(action.create)
    #expect(mirror.key == IntentKey.key(receivedID: "R1", dead: ["S1"]))
    #expect(mirror.deliveryMonth == "2023-04")
    #expect((mirror.supplier, mirror.number) == ("Konsult A", "77"))
    #expect(mirror.lines.map(\.description) == ["Råd", "Tåg"])
    #expect(mirror.lines.map(\.quantity) == ["1", "1"])
    #expect(mirror.lines.map(\.unitPrice) == ["900.00", "100.00"])
    #expect(action.expect.received?.isCancelled == false)
    #expect(action.expect.received?.lines != nil)
    #expect(
      action.expect.mirrors == ExpectedMirrors(receivedID: "R1", live: [], dead: ["S1"]))
    #expect(
      action.why == "bill Kund K 1250.00 SEK for 77 of Konsult A: its mirror was deleted, "
        + "cancelled or has vanished")
  }

  @Test func `lines that the engine skips are left out, and that is said`() throws {
    let plan = try plan(
      of: Self.received + """
        line of R1, service, net 900.00, vat 25, about "Råd"
        line of R1, mileage, net 100.00, vat 25, about "Bil"
        """)
    #expect(
      lines(plan) == [
        "create-mirror review R1: mark R1; 1125.00 SEK to Kund K", "manual review R1: ",
      ])
    #expect(
      reasons(plan) == [
        "R1 of Konsult A: 1 line of the kind mileage, 100.00 SEK net, of R1 of Konsult A cannot be "
          + "mirrored and must be billed apart"
      ])
    #expect(plan.actions[1].findings == [])
  }

  @Test func `a limit approves the creates of its rule, and no others`() throws {
    let sek = try #require(Currency("SEK"))
    let settings = PlanningSettings(
      approver: "anna", standing: [.init(rule: "missing-mirror", most: Money(125_000, sek))])
    let plan = try plan(
      of: """
        received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
        source for Kund K
        received R2 from Konsult A, 1 250.01 SEK, net 1 000.01, vat 250.00, 2023-04-03, processed
        source for Kund K
        received R3 from Konsult A, 99.00 SEK, 2023-04-03
        source for Kund L
        """, settings)
    #expect(plan.actions.map { $0.approval?.by } == ["anna", nil, nil])
    #expect(plan.actions[0].approval?.at == plan.takenAt)
  }

  @Test func `nothing to find is a plan without actions`() throws {
    #expect(
      try plan(of: "received R1 from Konsult A, 99.00 SEK, 2023-05-30\nsource for Kund K").actions
        == [])
  }
}
