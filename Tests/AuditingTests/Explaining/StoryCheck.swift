import Auditing
import Invoicing
import Testing

/// What holds of the story of every case.
enum StoryCheck {
  /// The story of each received invoice, which has one.
  static func all(of books: Books) -> [CaseStory] {
    books.received.invoices.id.compactMap { id in
      let story = CaseStory(of: books.string(id), in: books)
      if story == nil { Issue.record("no story of \(books.string(id))") }
      return story
    }
  }

  /// What does not hold, in words.
  static func broken(by story: CaseStory, _ audit: Audit) -> [String] {
    let found = audit.findings.filter { $0.record.receivedID == story.receivedID }
    var broken: [String] = []
    func require(_ holds: Bool, _ words: String) {
      if !holds { broken.append(words) }
    }
    require(
      Set(story.findings.map(\.record.fingerprint)) == Set(found.map(\.record.fingerprint)),
      "findings \(story.findings.map(\.record.rule)), of the audit \(found.map(\.record.rule))")
    let told = story.findings
    require(found.allSatisfy { told.contains($0) }, "a finding is told otherwise")
    let answers = story.ladder + story.correctness + story.ledgers
    let yes = answers.filter { $0.answer == .yes && $0.severity != nil }.map(\.rule)
    require(Set(yes) == Set(found.map(\.record.rule)), "yes of \(yes)")
    require(answers.allSatisfy { !$0.reason.isEmpty }, "an answer has no reason")
    require(story.tieOut.allSatisfy { $0.unexplained == 0 }, "its share does not balance")
    if story.outOfScope == nil {
      require(story.whyOutOfScope.isEmpty, "in scope, and a reason why not")
      require(story.ladder.count { $0.answer == .yes } == 1, "not exactly one rung holds")
      require(answers.count == 33, "\(answers.count) answers")
    } else {
      require(answers.isEmpty && story.tieOut.isEmpty, "judged out of scope")
      require(!story.whyOutOfScope.isEmpty, "no reason why it is out of scope")
    }
    return broken
  }

  /// The shares added up as the tie-out is, by currency, then supplier.
  static func summed(_ stories: [CaseStory]) -> [TieOutRow] {
    var rows: [TieOutRow] = []
    for share in stories.flatMap(\.tieOut) {
      let place = rows.firstIndex {
        $0.currency == share.currency && $0.supplier == share.supplier
      }
      guard let place else {
        rows.append(share)
        continue
      }
      rows[place].expected += share.expected
      rows[place].mirrored += share.mirrored
      rows[place].findings += share.findings
      rows[place].pending += share.pending
      rows[place].tolerated += share.tolerated
      rows[place].receivedCount += share.receivedCount
      rows[place].mirroredCount += share.mirroredCount
      rows[place].pendingCount += share.pendingCount
    }
    return rows.sorted { a, b in
      if a.currency != b.currency { return a.currency < b.currency }
      return Array(a.supplier.utf8).lexicographicallyPrecedes(Array(b.supplier.utf8))
    }
  }
}
