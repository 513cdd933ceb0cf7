import Auditing
import Invoicing
import Testing

@Suite struct CaseStoryTests {
  private func books(_ text: String) throws -> Books {
    BookBuilder.books(try BookText.read(text))
  }

  private func story(_ text: String) throws -> CaseStory {
    try #require(CaseStory(of: "R1", in: try books(text)))
  }

  private func why(_ rule: String, _ text: String) throws -> String {
    let story = try story(text)
    let answer = try #require(
      (story.ladder + story.correctness + story.ledgers).first { $0.rule == rule })
    return "\(answer.answer.name): \(answer.reason)"
  }

  /// One live mirror, with everything in order.
  private static let mirrored = """
    received R1 from A, 1 250.00 SEK, 2023-04-03, processed at 2023-04-04T08:00:00Z, naming S1
    source for Kund K
    sent S1 mirrors R1, 2023-04-04, created 2023-04-04T08:00:00Z
    attempt at 2023-04-04T08:00:00Z for R1, created S1, with key R1
    """

  @Test(arguments: [
    ("mirror-of-cancelled", "no: the invoice is booked, not cancelled"),
    ("cancelled", "no: the invoice is booked, not cancelled"),
    ("received-twice", "no: no other one has its supplier, number, kind, gross and currency"),
    ("stale-key", "no: mirror S1 is live"),
    ("shared-key", "no: mirror S1 is live"),
    ("pending", "no: mirror S1 is live"),
    ("duplicate-mirror", "no: only one mirror is live, S1"),
    ("unmarked-mirror", "no: it is marked processed at 2023-04-04T08:00:00Z"),
    ("mirrored", "yes: S1 bills it, and it is marked processed"),
    ("unsent-mirror", "no: S1 is sent, not a draft"),
    ("partly-credited", "no: no credit note corrects S1"),
    ("wrong-customer", "no: mirror and source both name Kund K"),
    ("wrong-currency", "no: SEK on both"),
    ("unbilled-expense", "no: net 1000.00 SEK on both"),
    ("missing-lines", "no: net 1000.00 SEK on both"),
    ("wrong-amount", "no: net 1000.00 SEK on both"),
    ("wrong-vat", "no: VAT 250.00 SEK on both"),
    ("missing-attachment", "no: the received invoice has no receipt"),
    ("wrong-link", "no: the flag names S1, a live mirror of it"),
    ("key-reused", "no: there was one attempt"),
    ("over-credited", "no: no mirror of it is dead"),
    ("source-missing", "no: source QR1 is it"),
    (
      "source-differs",
      "no: net 1000.00 SEK, VAT 250.00 SEK, gross 1250.00 SEK on both; the source is sent"
    ),
    ("arithmetic-error", "no: net + VAT + rounding = gross on received R1, S1 and source QR1"),
    ("ambiguous-match", "no: its mirrors are not linked by content alone"),
    ("number-gap", "not asked: it judges the series of sent invoices"),
  ]) func `a rule that says no says why, with the figures`(rule: String, reason: String) throws {
    #expect(try why(rule, Self.mirrored) == reason)
  }

  @Test(arguments: [
    (
      "stale-key", "sent S1 mirrors R1, deleted, ended 2023-04-05T08:00:00Z",
      "no: nothing gave S1 back after it ended at 2023-04-05T08:00:00Z"
    ),
    (
      "stale-key", "sent S1 mirrors R1, deleted",
      "no: nobody knows when S1 ended, and no attempt returned it"
    ),
    ("deleted-mirror", "", "no: it never had a mirror that the books know"),
    ("shared-key", "without attempts", "no: the extract has no attempts.csv"),
    (
      "shared-key", "attempt at 2023-04-04T08:00:00Z for R1, failed",
      "no: none of its 1 attempt names another invoice's mirror"
    ),
    (
      "overdue-mirror", "taken 2023-04-10T06:00:00Z",
      "no: issued 7 days ago, within the 7 days of grace"
    ),
    ("wrong-customer", "without source", "not run: the extract has no source.csv"),
    ("wrong-amount", "", "not asked: no mirror of it is live"),
    (
      "duplicate-after-timeout", "sent S1 mirrors R1\nsent S2 mirrors R1",
      "no: no attempt timed out, and no two of S1 and S2 were created within 15 minutes"
    ),
    (
      "wrong-amount", "sent S1 mirrors R1, 1 250.00 EUR",
      "no: not compared, as the mirror is in EUR and the invoice in SEK"
    ),
    (
      "over-credited", "sent S1 mirrors R1, credited\nsent C1 credits S1, -1 250.00 SEK",
      "no: S1 is credited, billed 1250.00 SEK, and is corrected by -1250.00 SEK"
    ),
  ]) func `what has no mirror, or another, is told why`(
    rule: String, rest: String, reason: String
  ) throws {
    #expect(try why(rule, "received R1 from A, 1 250.00 SEK, 2023-04-03\n" + rest) == reason)
  }

  @Test func `what happened is told by time, and what has none comes last`() throws {
    let story = try story(
      """
      received R1 from A, 1 250.00 SEK, 2023-04-03, number 17
      source for Kund K, 2023-04-02
      sent S1 mirrors R1, created 2023-04-04T08:00:00Z, ended 2023-04-06T08:00:00Z, deleted
      sent S2 mirrors R1, cancelled, 2023-04-05
      flag R1 processed at 2023-04-07T08:00:01Z
      attempt at 2023-04-04T08:00:00Z for R1, created S1, with key R1
      attempt at 2023-04-07T08:00:00Z for R1, replayed S1, with key R1
      attempt at 2023-04-07T08:00:00Z for R1, created S9
      """)
    #expect(
      story.timeline.map(\.words) == [
        "A issued source QR1, for Kund K", "received invoice R1 issued by A as 17",
        "try with key R1: created S1", "mirror S1 created, to Kund K",
        "mirror S2 issued, to Kund K; nobody knows when it was made", "mirror S1 deleted",
        "try without a key: created S9", "try with key R1: brought back S1, which had ended",
        "marked processed", "the books were read", "mirror S2 cancelled, nobody knows when",
        "mirror S9 is not in sent.csv, and nobody knows when it ended",
      ])
    #expect(story.timeline.suffix(2).map(\.time) == [.unknown, .unknown])
    #expect(story.timeline.map(\.origin?.isRow).prefix(10).suffix(1) == [nil])
  }

  @Test func `each mirror says why it is one, the dead and the vanished too`() throws {
    let story = try story(
      """
      received R1 from A, 1 250.00 SEK, 2023-04-03, number 17, processed naming S9
      source for Kund K
      sent S1 mirrors R1, deleted
      sent S2, key R1
      sent S3, reference "for 17"
      sent S4, 2023-04-05
      """)
    #expect(
      story.links.map { "\($0.sentID) \($0.isLive ? "live" : "dead") \($0.words)" } == [
        "S1 dead step 1: its mirror_of names R1", "S2 live step 2: its key is the id R1",
        "S3 live step 2: its reference names the number 17",
        "S4 live step 5: kind, currency, customer and gross agree, issued 2 days later; "
          + "it has a live mirror already",
        "S9 dead not in sent.csv; the flag of R1 names it",
      ])
  }

  @Test func `out of scope no rule says anything, and why is said`() throws {
    let other = try story("companies B\nreceived R1 from A, 1 250.00 SEK, 2023-04-03")
    #expect(other.outOfScope == .otherSupplier)
    #expect(other.whyOutOfScope == "A is none of the consulting companies, which are B")
    let old = try story("covers from 2023-04-04\nreceived R1 from A, 1 250.00 SEK, 2023-04-03")
    #expect(old.outOfScope == .beforeCover)
    #expect(
      old.whyOutOfScope
        == "it was issued on 2023-04-03, before the books begin, on 2023-04-04")
    #expect(other.ladder + other.correctness + other.ledgers == [])
  }

  @Test(arguments: [
    ("R2", ["R1", "R22"]), ("r1", ["R1"]), ("R222", ["R22"]), ("17", ["R1"]),
    ("S1", ["X10044", "R1"]),
    ("X1044", ["X10044"]), ("x01044", ["X10044"]), ("nothing like it", []), ("", []),
  ]) func `an id that is not there has neighbours`(id: String, nearest: [String]) throws {
    let books = try books(
      """
      received R1 from A, 1 250.00 SEK, 2023-04-03, number 17
      received R22 from A, 1 250.00 SEK, 2023-04-03
      received X10044 from A, 1 250.00 SEK, 2023-04-03
      sent S1 mirrors X10044
      """)
    #expect(CaseStory(of: id, in: books) == nil)
    #expect(CaseStory.nearestIDs(to: id, in: books) == nearest)
  }
}

extension Fact.Origin {
  fileprivate var isRow: Bool {
    if case .row = self { return true }
    return false
  }
}
