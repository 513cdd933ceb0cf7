import Invoicing
import Testing

@testable import Mirroring

/// A look that cannot be made after a create whose answer was lost.
@Suite struct FailedLookTests {
  @Test func `it is a failure, and the next run looks and then tries again with the same bytes`() {
    let impatient = MirroringSettings(retries: RetryPolicy(budget: 0))
    var talk = Dialogue(settings: impatient)
    let create = talk.create().request
    _ = talk.say(.failed(.timedOut), after: 30)
    #expect(
      talk.say(.failed(.unavailable(status: 500, retryAfterSeconds: nil))).ending
        == "failed []: whether R1 is mirrored is not known yet: looking failed, the system failed "
        + "(500)")
    var again = Dialogue(journal: talk.journal, settings: impatient)
    _ = again.gather()
    // The create may still be under way.
    #expect(
      again.answer(.mirrors([]))
        == [.wait(until: Dialogue().now.adding(microseconds: 60_000_000))])
    #expect(again.say(.woken, after: 60).request == .findMirrors(receivedID: "R1"))
    #expect(again.answer(.mirrors([])).request == create)
  }

  @Test func `the next run takes what the create has made`() {
    var talk = Dialogue(settings: MirroringSettings(retries: RetryPolicy(budget: 0)))
    _ = talk.create()
    _ = talk.say(.failed(.connectionLost))
    _ = talk.say(.failed(.timedOut))
    var again = Dialogue(journal: talk.journal)
    _ = again.gather()
    #expect(again.answer(.mirrors([Samples.sent()])).request == .readSent(id: "S1"))
  }
}
