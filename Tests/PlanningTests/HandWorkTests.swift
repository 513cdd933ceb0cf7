import Invoicing
import Planning
import RepairPlans
import Testing

/// What a machine must not do: it is listed, with why.
@Suite struct HandWorkTests {
  private static let received = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed

    """

  @Test(arguments: [
    (
      """
      source for Kund K
      sent S2 mirrors R1, paid
      sent S3 mirrors R1, paid
      """,
      "R1 of Konsult A: S3 to Kund K, 1250.00 SEK is paid"
    ),
    (
      """
      source for Kund K
      sent S1 mirrors R1, to Kund L, paid
      """,
      "R1 of Konsult A: its mirror goes to another customer than its source, and S1 to Kund L, "
        + "1250.00 SEK is paid"
    ),
    (
      """
      source for Kund K
      sent S1 mirrors R1
      sent S2, 2023-04-04
      """,
      "R1 of Konsult A: S2 to Kund K, 1250.00 SEK is a mirror by its content alone, and may be "
        + "another's"
    ),
    (
      """
      source for Kund K
      sent S9 to Kund K, 1 250.00 SEK, 2023-05-20
      """,
      "R1 of Konsult A: it is marked processed and was never billed, and somebody may have billed "
        + "it by hand: nobody claims S9 to Kund K, 1250.00 SEK"
    ),
    (
      "without source",
      "R1 of Konsult A: it is marked processed and was never billed, and no source says which "
        + "customer it is for"
    ),
    (
      """
      source for Kund K
      line of R1, service, net 900.00, vat 25
      """,
      "R1 of Konsult A: it is marked processed and was never billed, and its lines come to 900.00 "
        + "SEK net, and it says 1000.00 SEK"
    ),
    (
      """
      source for Kund K
      line of R1, service, net 1 000.00, vat 12
      """,
      "R1 of Konsult A: it is marked processed and was never billed, and VAT on its lines comes to "
        + "120.00 SEK, and it says 250.00 SEK"
    ),
    (
      """
      source for Kund K
      line of R1, mileage, net 1 000.00, vat 25
      """,
      "R1 of Konsult A: it is marked processed and was never billed, and all of its lines are of "
        + "kinds that cannot be mirrored"
    ),
    (
      "source for Kund K, 1 300.00 SEK",
      "R1 of Konsult A: source-differs, its supplier's own books say otherwise, and one of the two "
        + "is wrong; missing-mirror waits, for its supplier's own books say otherwise, and one of "
        + "the two is wrong"
    ),
  ]) func `it is left to hands`(books: String, reason: String) throws {
    let plan = try plan(of: Self.received + books)
    #expect(reasons(plan) == [reason])
    #expect(plan.actions.map(\.kind) == [.manual])
  }

  @Test func `a mirror is not replaced while another live one is left to hands`() throws {
    let plan = try plan(
      of: Self.received + """
        source for Kund K
        sent S1 mirrors R1, to Kund L, created 2023-04-03T08:00:00Z
        sent S2 mirrors R1, to Kund L, paid, created 2023-04-04T08:00:00Z
        sent S3 mirrors R1, to Kund L, paid, created 2023-04-05T08:00:00Z
        """)
    #expect(
      lines(plan) == [
        "cancel-invoice review R1: credit S1, keep S2", "manual review R1: keep S3, keep S2",
      ])
  }

  @Test func `what belongs to no received invoice is listed by itself`() throws {
    let plan = try plan(
      of: """
        received R1 from Konsult A, 10.00 SEK, 2023-04-03, processed
        source for Kund K
        sent S1 mirrors R1, number A1
        sent S2, number A3, 99.00 SEK, 2023-04-03, to Kund K
        """)
    #expect(reasons(plan) == ["A2: number-gap, numbers are missing in a series"])
  }
}
