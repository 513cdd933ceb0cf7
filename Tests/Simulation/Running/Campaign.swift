internal import Invoicing
internal import RepairPlans

/// Plays the worlds of many seeds, each in one thread, several at once.
struct Campaign: Sendable {
  struct Report: Sendable {
    var seeds: UInt64 = 0
    var failed = 0
    var months = 0
    var digest: UInt64 = 0
    var tally = World.Tally()
    var words: [String] = []

    var lastLine: String { "\(seeds) seeds, \(seeds - UInt64(failed)) clean, \(failed) failed" }
  }

  let options: Options
  /// Of so many seeds one is played twice: the bytes must be the same.
  private static let repeated: UInt64 = 10

  init(_ options: Options) { self.options = options }

  func run() async -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    var report = Report()
    let chunk: UInt64 = 20
    let end = options.firstSeed + options.seeds
    var next = options.firstSeed
    await withTaskGroup(of: (UInt64, Report).self) { group in
      var running = 0
      var waiting: [UInt64: Report] = [:]
      var printed = options.firstSeed
      while next < end || running > 0 {
        while running < max(1, options.jobs), next < end {
          let seeds = next..<min(end, next + chunk)
          group.addTask { (seeds.lowerBound, self.play(seeds)) }
          next = seeds.upperBound
          running += 1
        }
        guard let (first, part) = await group.next() else { break }
        running -= 1
        waiting[first] = part
        while let part = waiting.removeValue(forKey: printed) {
          report.add(part)
          for line in part.words { print(line) }
          printed += min(chunk, end - printed)
        }
        if options.stopsEarly, report.failed > 0 { next = end }
      }
    }
    let seconds =
      Double((clock.now - start).components.seconds * 1000)
      + Double((clock.now - start).components.attoseconds) / 1e15
    print(report.summary(milliseconds: seconds))
    return report
  }

  private func play(_ seeds: Range<UInt64>) -> Report {
    var report = Report()
    for seed in seeds {
      let script = options.script(seed)
      var playing = Playing(script, isTold: options.isTold)
      if options.isTold { report.words += playing.timeline }
      if playing.wrong == nil, seed % Self.repeated == 0 {
        let again = Playing(script)
        if again.digest != playing.digest {
          playing = Playing(script, isTold: true)
          report.fail(seed, "it is not the same when it is played again", playing.timeline)
        }
      }
      report.take(playing)
      guard let wrong = playing.wrong else { continue }
      if options.minimises {
        let small = Minimiser(script).smallest()
        report.fail(seed, small.command, small.timeline)
      } else {
        report.fail(seed, "make simulate SEEDS=1 FIRST_SEED=\(seed)", [wrong])
      }
    }
    return report
  }
}

extension Campaign.Report {
  mutating func take(_ playing: Playing) {
    seeds += 1
    months += playing.script.months
    digest = (digest ^ playing.digest) &* 0x0000_0100_0000_01b3
    tally.add(playing.tally)
  }

  mutating func fail(_ seed: UInt64, _ command: String, _ timeline: [String]) {
    failed += 1
    words += ["seed \(seed) failed:"] + timeline + ["replay it: \(command)", ""]
  }

  mutating func add(_ other: Self) {
    seeds += other.seeds
    failed += other.failed
    months += other.months
    digest = (digest ^ other.digest) &* 0x0000_0100_0000_01b3
    tally.add(other.tally)
  }

  func summary(milliseconds: Double) -> String {
    let perMinute = milliseconds > 0 ? Int(Double(months) / milliseconds * 60_000) : 0
    func list<Key: Hashable>(_ counts: [Key: Int], _ name: (Key) -> String) -> String {
      counts.map { (name($0.key), $0.value) }.sorted { $0.0 < $1.0 }
        .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    return """
      \(months) months, \(Int(milliseconds / 1000)) s, \(perMinute) months a minute; \
      digest \(String(digest, radix: 16))
      \(tally.requests) requests, \(tally.creates) creates, \(tally.lives) engine lives, \
      \(tally.kills) killed; \(tally.audits) audits, \(tally.repairs) repairs
      cases: \(list(tally.cases) { $0.name })
      actions: \(list(tally.actions) { $0.name })
      findings: \(list(tally.rules) { $0 })
      """
  }
}
