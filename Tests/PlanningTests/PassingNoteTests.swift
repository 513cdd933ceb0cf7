import Invoicing
import Planning
import RepairPlans
import Testing

/// Credit notes that a repair would make, and that would pass for mirrors of a supplier's own.
@Suite struct PassingNoteTests {
  /// Billed twice, and the supplier has credited it.
  private static let books = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
    source q1 for Kund K
    sent S1 mirrors R1
    sent S2 mirrors R1
    received R2 from Konsult A, -1 250.00 SEK, 2023-05-25, number A-9, credit-note
    source q2 for Kund K

    """

  private static let reason =
    "R1 of Konsult A: the credit note on S2 to Kund K, 1250.00 SEK would pass for the mirror of "
    + "A-9 of Konsult A"

  @Test func `a credit note that says what the supplier's says is left to hands`() throws {
    let plan = try plan(of: Self.books)
    #expect(reasons(plan) == [Self.reason])
    #expect(plan.actions.map(\.kind) == [.manual])
  }

  @Test(arguments: [
    // Its mirror is there already.
    books + "sent S3 mirrors R2",
    books.replacing("-1 250.00 SEK, 2023-05-25", with: "-1 250.00 SEK, 2023-05-20"),
    books.replacing("-1 250.00 SEK, 2023-05-25", with: "-1 249.00 SEK, 2023-05-25"),
    books.replacing("q2 for Kund K", with: "q2 for Kund L"),
    books.replacing("credit-note", with: "credit-note, cancelled"),
  ]) func `one that cannot be taken for it is made`(books: String) throws {
    #expect(lines(try plan(of: books)).contains("cancel-invoice review R1: credit S2, keep S1"))
  }

  @Test func `a draft is deleted whatever the supplier credits`() throws {
    let plan = try plan(of: Self.books.replacing("S2 mirrors R1", with: "S2 mirrors R1, draft"))
    #expect(lines(plan).contains("cancel-invoice safe R1: delete S2, keep S1"))
  }

  @Test func `a reference that names the supplier's credit note counts at any amount`() throws {
    let books = Self.books.replacing("-1 250.00", with: "-9.00")
      .replacing("S2 mirrors R1", with: "S2 mirrors R1, reference \"our A-9, thanks\"")
    #expect(reasons(try plan(of: books)) == [Self.reason])
    // Its mirror may end, in the same plan or later; the claim waits for that.
    #expect(reasons(try plan(of: books + "sent S3 mirrors R2")) == [Self.reason])
  }

  @Test func `a mirror that looks credited is neither marked nor rested on`() throws {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-05-20
      source q1 for Kund K
      sent S1 mirrors R1, 2023-05-21
      sent C1 credits S1, -1 250.00 SEK, 2023-05-26
      received R2 from Konsult A, -1 250.00 SEK, 2023-05-25, number A-9, credit-note, processed
      source q2 for Kund K

      """
    #expect(
      reasons(try plan(of: books)) == [
        "R1 of Konsult A: it is billed and not marked processed, and a credit note stands against "
          + "S1 to Kund K, 1250.00 SEK"
      ])
    let twice = books.replacing("sent C1", with: "sent S2 mirrors R1, draft\nsent C1")
      .replacing("2023-05-20\n", with: "2023-05-20, processed\n")
    #expect(
      reasons(try plan(of: twice)) == [
        "R1 of Konsult A: a credit note stands against S1 to Kund K, 1250.00 SEK"
      ])
  }

  @Test func `a credit note that names what it credits is not credited itself`() throws {
    let plan = try plan(
      of: """
        received R1 from Konsult A, -1 250.00 SEK, 2023-04-03, credit-note, cancelled
        sent S1 credits S0, mirrors R1, -1 250.00 SEK
        """)
    #expect(
      reasons(plan) == ["R1 of Konsult A: S1 to Kund K, -1250.00 SEK is a credit note itself"])
    #expect(plan.actions.map(\.kind) == [.manual])
  }
}
