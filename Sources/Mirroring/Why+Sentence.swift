internal import Invoicing
internal import RepairPlans

extension Why {
  /// The sentence that a person reads, in the log, the summary and `execution.csv`.
  var sentence: String {
    switch self {
    case .mirrored, .wasThere, .processedAlready, .cancelled, .marked, .sent, .deleted, .credited,
      .replaced, .attached, .wouldCreate, .would:
      done
    case .receivedGone, .sourceMissing, .sourceNotIssued, .sourceDiffers, .customerUnnamed,
      .customerUnknown, .customerAmbiguous, .customerInactive, .entryMissing, .nothingToBill,
      .twinMirrored, .twinGoesFirst, .severalLive, .flagNamesStranger, .mirrorsAnother,
      .mirrorDiffers, .goneUnnamed, .leftToHands, .unapproved:
      hands
    case .unknownBefore, .boundAndNotFound, .stillUnderWay, .deedUnknown:
      unknown
    case .gaveUp, .createFailed, .diedTwice, .flagNotKept, .flagFailed, .readBackFailed,
      .deedFailed, .fileMissing, .lookFailed:
      failed
    case .receivedChanged, .linesChanged, .cancellationChanged, .otherDead, .otherLive, .sentGone,
      .sentChanged, .sentNotIn, .sentMirrorsOther:
      stale
    }
  }

  private var done: String {
    switch self {
    case .mirrored(let received, let sent, let customer, let gross, let leftOut):
      "\(received) is mirrored by \(sent), \(gross.words) to \(customer)"
        + (leftOut.map { "; left out, to be billed by hand: \($0.words)" } ?? "")
    case .wasThere(let received, let sent):
      "\(received) had the mirror \(sent) already: only its flag was set"
    case .processedAlready(let received): "\(received) is processed already"
    case .cancelled(let received): "\(received) is cancelled: there is nothing to mirror"
    case .marked(let received, let sent): "\(received) is marked processed with \(sent)"
    case .sent(let id, let number):
      "\(id) is booked\(number.map { " as \($0)" } ?? "") and sent"
    case .deleted(let id): "the draft \(id) is deleted"
    case .credited(let id, let note): "\(id) is credited in full by \(note), which is certified"
    case .replaced(let old, let new, let customer, let gross):
      "\(old.joined(separator: ", ")) is ended, and \(new) bills \(customer) \(gross.words) instead"
    case .attached(let count, let id): "\(count) \(count == 1 ? "file is" : "files are") on \(id)"
    case .wouldCreate(let received, let customer, let gross, let key):
      "would mirror \(received): \(gross.words) to \(customer), with the key \(key)"
    case .would(let kind, let id): "would \(kind.verb(id))"
    default: ""
    }
  }

  private var hands: String {
    switch self {
    case .receivedGone(let received): "\(received) is no more in the books"
    case .sourceMissing(let received, let supplier, let number):
      "the books of \(supplier) have no invoice \(number): nobody knows for whom \(received) is"
    case .sourceNotIssued(let source, let status): "its source \(source) is \(status.name)"
    case .sourceDiffers(let received, let source, let what, let here, let there):
      "\(received) and its source \(source) differ: \(what) \(here) and \(there)"
    case .customerUnnamed(let source): "its source \(source) does not say which customer it is for"
    case .customerUnknown(let query): "the group's books have no customer with \(query.words)"
    case .customerAmbiguous(let query, let ids):
      "the group's books have several customers with \(query.words): \(ids.list)"
    case .customerInactive(let name): "the customer \(name) is not active"
    case .entryMissing(let source, let entry):
      "the entry \(entry), which \(source) bills, is not there"
    case .nothingToBill(let received): "all lines of \(received) are of kinds that are left out"
    case .twinMirrored(let received, let twin, let sent):
      "\(received) is the same invoice as \(twin), which \(sent) mirrors"
    case .twinGoesFirst(let received, let twin):
      "\(received) is the same invoice as \(twin), which is the one to be mirrored"
    case .severalLive(let received, let ids): "\(received) has several live mirrors: \(ids.list)"
    case .flagNamesStranger(let received, let sent):
      "\(received) names \(sent), which is live and does not say what it mirrors"
    case .mirrorsAnother(let received, let sent, let mirrorOf):
      "the system answered with \(sent), which mirrors \(mirrorOf ?? "nothing") and not \(received)"
    case .mirrorDiffers(let sent, let what, let expected, let found):
      "the mirror \(sent) has the \(what) \(found) and not \(expected): its flag is not set"
    case .goneUnnamed(let received, let key):
      "the invoice that the key \(key) made for \(received) is gone, and the system does not name "
        + "it"
    case .leftToHands: "left to hands by the plan"
    case .unapproved: "nobody has approved it"
    default: ""
    }
  }

  private var unknown: String {
    switch self {
    case .unknownBefore(let received, let key):
      "whether \(received) was mirrored with the key \(key) could not be told before, and no "
        + "mirror is to be seen: it is not tried again"
    case .boundAndNotFound(let received, let key):
      "the key \(key) is bound to another body, and no mirror of \(received) is to be seen"
    case .stillUnderWay(let received, let key):
      "another create with the key \(key) is still under way, and no mirror of \(received) is to "
        + "be seen"
    case .deedUnknown(let kind, let id, let failure):
      "cannot tell whether it could \(kind.verb(id)): looking failed, \(failure.words)"
    default: ""
    }
  }

  private var failed: String {
    switch self {
    case .gaveUp(let request, let failure): "could not \(request.words): \(failure.words)"
    case .createFailed(let received, let failure):
      "no mirror of \(received) was made: \(failure.words)"
    case .diedTwice(let received, let ids):
      "the system answered \(ids.list) to the creates for \(received), all of them dead: run again"
    case .flagNotKept(let received, let sent):
      "\(sent) mirrors \(received), but its flag does not stay set"
    case .flagFailed(let received, let sent, let failure):
      "\(sent) mirrors \(received), but its flag could not be set: \(failure.words)"
    case .readBackFailed(let sent, let failure):
      "\(sent) was made, but could not be read back: \(failure.words)"
    case .deedFailed(let kind, let id, let failure):
      "could not \(kind.verb(id)): \(failure?.words ?? "the system said yes and did not do it")"
    case .fileMissing(let name, let sha256):
      "the file \(name) with the digest \(sha256.prefix(12)) is neither on the received invoice "
        + "nor on its source"
    case .lookFailed(let received, let failure):
      "whether \(received) is mirrored is not known yet: looking failed, \(failure.words)"
    default: ""
    }
  }

  private var stale: String {
    switch self {
    case .receivedChanged(let received): "\(received) says something else than it did"
    case .linesChanged(let received): "the lines of \(received) have changed"
    case .cancellationChanged(let received, let isCancelled):
      "\(received) is \(isCancelled ? "cancelled" : "no longer cancelled")"
    case .otherDead(let received, let ids):
      "\(received) has dead mirrors that the plan does not know: \(ids.list)"
    case .otherLive(let received, let expected, let found):
      "\(received) has the live mirrors \(found.list), and the plan expects \(expected.list)"
    case .sentGone(let id): "\(id) is no more in the books"
    case .sentChanged(let id): "\(id) says something else than it did"
    case .sentNotIn(let state, let id, let found): "\(id) is \(found), and no longer \(state.name)"
    case .sentMirrorsOther(let id, let expected, let found):
      "\(id) mirrors \(found ?? "nothing"), and no longer \(expected ?? "nothing")"
    default: ""
    }
  }
}

extension Why.LeftOut {
  var words: String {
    "\(count) \(count == 1 ? "line" : "lines") (\(kinds.map(\.name).list)), \(net.words) net"
  }
}

extension [String] {
  fileprivate var list: String { isEmpty ? "none" : joined(separator: ", ") }
}
