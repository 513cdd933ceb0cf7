import Invoicing
import Planning
import RepairPlans
import Testing

/// Live invoices that the flag or an attempt of a case names, and that do not say what they mirror.
@Suite struct NamedInvoiceTests {
  private static let received = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed naming S2
    source q1 for Kund K
    received R2 from Konsult A, 99.00 SEK, 2023-04-03, number A-7, processed
    source q2 for Kund K
    sent S2, 2023-04-04, reference A-7

    """

  @Test func `a create expects that a mirror of another which it names is as it was`() throws {
    let plan = try plan(of: Self.received)
    #expect(
      lines(plan) == ["create-mirror review R1: mark R1, keep S2; 1250.00 SEK to Kund K"])
    let expected = try #require(plan.actions[0].expect.sent.first)
    #expect((expected.id, expected.state) == ("S2", .live))
    #expect(expected.content != nil)
    #expect(plan.actions[0].expect.mirrors?.live == [])
  }

  @Test func `a replacement expects it too`() throws {
    let plan = try plan(
      of: Self.received + "sent S1 mirrors R1, to Kund L, 1 250.00 SEK, 2023-04-04\n")
    #expect(
      lines(plan) == [
        "replace-mirror review R1: credit S1, mark R1, keep S2; 1250.00 SEK to Kund K, dead S1"
      ])
    #expect(plan.actions[0].expect.sent.map(\.id) == ["S1", "S2"])
  }

  @Test func `a mirror by its own word is none of its`() throws {
    let plan = try plan(of: Self.received.replacing("reference A-7", with: "mirrors R2"))
    #expect(lines(plan) == ["create-mirror review R1: mark R1; 1250.00 SEK to Kund K"])
    #expect(plan.actions[0].expect.sent == [])
  }

  @Test func `one that is nobody's is left to hands`() throws {
    let plan = try plan(
      of: Self.received.replacing("sent S2", with: "sent S1 mirrors R2\nsent S2, 98.00 SEK"))
    #expect(
      reasons(plan) == [
        "R1 of Konsult A: it is marked processed and was never billed, and its flag or an attempt "
          + "names S2 to Kund K, 98.00 SEK, which lives, and whose mirror it is nobody knows"
      ])
    #expect(plan.actions.map(\.kind) == [.manual])
  }
}
