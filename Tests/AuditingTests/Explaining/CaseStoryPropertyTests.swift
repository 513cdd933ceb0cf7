import Auditing
import Invoicing
import Testing

@Suite struct CaseStoryPropertyTests {
  @Test func `what the rules say of each case is what the audit found in it`() {
    for seed in PropertyRuns.seeds(oneOf: 10) {
      let books = BookBuilder.books(RandomBooks.draw(seed: seed))
      let audit = Auditor.audit(books)
      for story in StoryCheck.all(of: books) {
        #expect(StoryCheck.broken(by: story, audit) == [], "seed \(seed), \(story.receivedID)")
      }
    }
  }

  @Test func `the shares of all cases and the orphans come to the tie-out`() {
    for seed in PropertyRuns.seeds(oneOf: 10) {
      let books = BookBuilder.books(RandomBooks.draw(seed: seed))
      let whole = Auditor.audit(books).tieOut.filter { !$0.supplier.isEmpty }
      #expect(StoryCheck.summed(StoryCheck.all(of: books)) == whole, "seed \(seed)")
    }
  }
}
