import Invoicing
import RepairPlans
import Testing

@testable import Mirroring

/// The sentences that no dialogue hears, each whole.
@Suite struct WhyTests {
  @Test(
    arguments: [
      (.deleted(id: "S1"), "the draft S1 is deleted"),
      (.marked(received: "R1", sent: "S1"), "R1 is marked processed with S1"),
      (
        .replaced(old: ["S1"], new: "S2", customer: "K", gross: Samples.sek(100)),
        "S1 is ended, and S2 bills K 1.00 SEK instead"
      ),
      (.attached(count: 2, id: "S1"), "2 files are on S1"),
      (.would(.credit, id: "S1"), "would credit S1"),
      (.receivedGone("R1"), "R1 is no more in the books"),
      (.entryMissing(source: "B1", entry: "E1"), "the entry E1, which B1 bills, is not there"),
      (.nothingToBill(received: "R1"), "all lines of R1 are of kinds that are left out"),
      (
        .flagNamesStranger(received: "R1", sent: "S1"),
        "R1 names S1, which is live and does not say what it mirrors"
      ),
      (
        .mirrorsAnother(received: "R1", sent: "S1", mirrorOf: "R2"),
        "the system answered with S1, which mirrors R2 and not R1"
      ),
      (
        .goneUnnamed(received: "R1", key: "k"),
        "the invoice that the key k made for R1 is gone, and the system does not name it"
      ),
      (
        .unknownBefore(received: "R1", key: "k"),
        "whether R1 was mirrored with the key k could not be told before, and no mirror is to be "
          + "seen: it is not tried again"
      ),
      (
        .lookFailed(received: "R1", failure: .timedOut),
        "whether R1 is mirrored is not known yet: looking failed, the system did not answer in time"
      ),
      (
        .stillUnderWay(received: "R1", key: "k"),
        "another create with the key k is still under way, and no mirror of R1 is to be seen"
      ),
      (
        .deedUnknown(.credit, id: "S1", failure: .connectionLost),
        "cannot tell whether it could credit S1: looking failed, the connection broke before the "
          + "answer"
      ),
      (
        .gaveUp(.readReceived(id: "R1"), .unavailable(status: 503, retryAfterSeconds: 9)),
        "could not read R1: the system failed (503)"
      ),
      (
        .createFailed(received: "R1", failure: .refused(status: 422, message: "due-date")),
        "no mirror of R1 was made: the system refused (422): due-date"
      ),
      (.flagNotKept(received: "R1", sent: "S1"), "S1 mirrors R1, but its flag does not stay set"),
      (
        .flagFailed(received: "R1", sent: "S1", failure: .notSent),
        "S1 mirrors R1, but its flag could not be set: there was no connection to the system"
      ),
      (
        .readBackFailed(sent: "S1", failure: .rateLimited(retryAfterSeconds: nil)),
        "S1 was made, but could not be read back: the system wants fewer requests (429)"
      ),
      (
        .deedFailed(.send, id: "S1", failure: nil),
        "could not send S1: the system said yes and did not do it"
      ),
      (
        .fileMissing(name: "a.pdf", sha256: "0123456789abcdef"),
        "the file a.pdf with the digest 0123456789ab is neither on the received invoice nor on its "
          + "source"
      ),
      (.cancellationChanged(received: "R1", isCancelled: false), "R1 is no longer cancelled"),
    ] as [(Why, String)])
  func `a sentence says what, where and why`(why: Why, sentence: String) {
    #expect(why.sentence == sentence)
  }
}
