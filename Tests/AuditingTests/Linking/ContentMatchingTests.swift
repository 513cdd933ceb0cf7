import Auditing
import Invoicing
import Testing

@Suite struct ContentMatchingTests {
  @Test func `the pairs are those that trying all pairings finds best`() throws {
    for mode in 0...1 {
      var bad = 0
      var total = 0
      for seed in PropertyRuns.seeds() {
        let bucket = try RandomBucket(seed: seed)
        let audit = Auditor.audit(BookBuilder.books(bucket.rows))
        total += 1
        let found = bucket.partners(audit)
        if found != BruteForcePairing.pair(bucket.days, mode: mode) {
          bad += 1
          if bad < 4 {
            print(seed, mode, bucket.days, found, BruteForcePairing.pair(bucket.days, mode: mode))
          }
        }
      }
      print("MODE", mode, bad, total)
    }
  }
}
