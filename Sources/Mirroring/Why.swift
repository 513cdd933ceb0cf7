internal import Invoicing
internal import RepairPlans

/// Why a case ended as it did: data; the sentences are in `Why+Sentence`.
enum Why: Equatable, Sendable {
  // Done.
  case mirrored(received: String, sent: String, customer: String, gross: Money, leftOut: LeftOut?)
  case wasThere(received: String, sent: String)
  case processedAlready(received: String)
  case cancelled(received: String)
  case marked(received: String, sent: String)
  case sent(id: String, number: String?)
  case deleted(id: String)
  case credited(id: String, note: String)
  case replaced(old: [String], new: String, customer: String, gross: Money)
  case attached(count: Int, id: String)
  case wouldCreate(received: String, customer: String, gross: Money, key: String)
  case would(DeedKind, id: String)
  // Left to hands.
  case receivedGone(String)
  case sourceMissing(received: String, supplier: String, number: String)
  case sourceNotIssued(source: String, status: SourceStatus)
  case sourceDiffers(received: String, source: String, what: String, here: String, there: String)
  case customerUnnamed(source: String)
  case customerUnknown(CustomerQuery)
  case customerAmbiguous(CustomerQuery, ids: [String])
  case customerInactive(String)
  case entryMissing(source: String, entry: String)
  case nothingToBill(received: String)
  case twinMirrored(received: String, twin: String, sent: String)
  case twinGoesFirst(received: String, twin: String)
  case severalLive(received: String, ids: [String])
  case flagNamesStranger(received: String, sent: String)
  case mirrorsAnother(received: String, sent: String, mirrorOf: String?)
  case mirrorDiffers(sent: String, what: String, expected: String, found: String)
  case goneUnnamed(received: String, key: String)
  case leftToHands
  case unapproved
  // Unknown.
  case unknownBefore(received: String, key: String)
  case boundAndNotFound(received: String, key: String)
  case stillUnderWay(received: String, key: String)
  case deedUnknown(DeedKind, id: String, failure: RequestFailure)
  // Failed.
  case lookFailed(received: String, failure: RequestFailure)
  case gaveUp(SystemRequest, RequestFailure)
  case createFailed(received: String, failure: RequestFailure)
  case diedTwice(received: String, ids: [String])
  case flagNotKept(received: String, sent: String)
  case flagFailed(received: String, sent: String, failure: RequestFailure)
  case readBackFailed(sent: String, failure: RequestFailure)
  case deedFailed(DeedKind, id: String, failure: RequestFailure?)
  case fileMissing(name: String, sha256: String)
  // Stale.
  case receivedChanged(String)
  case linesChanged(received: String)
  case cancellationChanged(received: String, isCancelled: Bool)
  case otherDead(received: String, ids: [String])
  case otherLive(received: String, expected: [String], found: [String])
  case sentGone(String)
  case sentChanged(String)
  case sentNotIn(ExpectedSent.State, id: String, found: String)
  case sentMirrorsOther(id: String, expected: String?, found: String?)

  /// Lines that were not mirrored.
  struct LeftOut: Equatable, Sendable {
    var count: Int
    var kinds: [LineKind]
    var net: Money
  }
}
