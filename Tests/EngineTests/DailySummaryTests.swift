import Engine
import Invoicing
import Mirroring
import RepairPlans
import Testing

/// A run, summed up for a person and for a script.
@Suite struct DailySummaryTests {
  @Test func `a run is summed up with all that a person must look at`() {
    let summary = DailySummary(
      outcomes: [
        outcome("1", .done, "1 is mirrored by 9, 10.00 SEK to K"),
        outcome("2", .done, "2 is mirrored by 8; left out, to be billed by hand: 1 line (mileage)"),
        outcome("3", .unknown, "whether 3 is mirrored cannot be told"),
        outcome("4", .manual, "the books of A have no invoice 7\u{1b}[31m"),
        outcome("5", .failed, "could not read 5"), outcome("6", .stale, "6 has changed"),
      ], created: 2, marked: 1, left: 3, exitCode: 1)
    #expect(
      summary.text == """
        9 received invoices looked at, 2 done: 2 mirrors made, 1 flag set.

        Left out of mirrors:
          2 is mirrored by 8; left out, to be billed by hand: 1 line (mileage)

        Unknown; never tried again by itself, look in the economy system:
          whether 3 is mirrored cannot be told

        Changed meanwhile:
          6 has changed

        Left to hands:
          the books of A have no invoice 7\u{fffd}[31m

        Failed; the next run tries again:
          could not read 5

        Stopped: 3 are left; the next run goes on.

        """)
  }

  @Test func `a run that found nothing says so`() {
    let summary = DailySummary(outcomes: [], created: 0, marked: 0, left: 0, exitCode: 0)
    #expect(summary.text == "Nothing to do: every received invoice is processed.\n")
  }

  @Test func `a script gets all of it`() {
    let summary = DailySummary(
      outcomes: [outcome("1", .done, "1 is \"mirrored\" by 9")], created: 1, marked: 1, left: 0,
      exitCode: 0)
    #expect(
      summary.json == """
        {
          "created" : 1,
          "exit_code" : 0,
          "left" : 0,
          "marked" : 1,
          "outcomes" : [
            {
              "at" : "1970-01-01T00:00:01Z",
              "invoice_ids" : [
                "9"
              ],
              "outcome" : "done",
              "received_id" : "1",
              "why" : "1 is \\"mirrored\\" by 9"
            }
          ]
        }

        """)
  }

  @Test func `a list that cannot be read is said in words`() {
    #expect(
      DailyFailure.listUnreadable(reason: "the system failed (500)").description
        == "the list of received invoices cannot be read: the system failed (500); nothing was "
        + "changed since")
  }

  private func outcome(_ id: String, _ kind: ActionOutcome, _ why: String) -> CaseOutcome {
    CaseOutcome(
      receivedID: id, kind: kind, invoiceIDs: ["9"], why: why, at: Moment(seconds: 1))
  }
}
