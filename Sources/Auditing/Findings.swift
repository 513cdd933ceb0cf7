internal import Cores
internal import Invoicing

/// The findings of an audit, in their order: what counts of each, its words where they are asked
/// for.
///
/// A finding is a verdict, kept as places and numbers, or comes whole from an earlier audit. Its
/// words are made each time it is taken out: whoever writes all of them takes some hundreds at a
/// time (`told`).
package struct Findings: Sendable {
  private enum Source {
    case judged(PlacedVerdict)
    /// A place in `wholes`.
    case whole(Int)
  }

  private var sources: [Source] = []
  private var figures: [FindingFigures] = []
  /// The names that the figures' rules are places of.
  package private(set) var rules = RuleNames()
  /// The ids at fault of all verdicts.
  private var sentIDs: [Text] = []
  private var wholes: [Finding] = []
  /// Nil where there are no verdicts.
  private var writer: FindingWriter?

  /// Findings that come whole, in the order given.
  package init(_ findings: some Sequence<Finding>) { append(findings) }

  /// All that the rules found, sorted.
  init(_ verdicts: [Verdict], _ writer: FindingWriter) {
    self.writer = writer
    figures.reserveCapacity(verdicts.count)
    sources.reserveCapacity(verdicts.count)
    for verdict in verdicts {
      figures.append(writer.figures(verdict, rule: rules.place(of: verdict.rule.name)))
      let first = sentIDs.count
      sentIDs += verdict.sentIDs
      sources.append(
        .judged(
          PlacedVerdict(
            rule: verdict.rule, received: verdict.received, kept: verdict.kept,
            subject: verdict.subject, sent: first..<sentIDs.count)))
    }
    sort()
  }

  /// What counts of the finding at a place.
  package func figures(at place: Int) -> FindingFigures { figures[place] }

  /// The 16 hex digits of each that name it from snapshot to snapshot.
  package var fingerprints: [String] {
    Pieces.map(count, of: 2000) { range in
      range.map { place in
        if case .whole(let whole) = sources[place] { return wholes[whole].record.fingerprint }
        return verdict(place).flatMap { writer?.fingerprint($0, rules) } ?? ""
      }
    }.flatMap { $0 }
  }

  /// Some findings in words.
  package func told(_ range: Range<Int>) -> ToldFindings {
    var told = ToldFindings(rules: rules)
    told.reserve(range.count)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.fetched) {
      tell(start..<Swift.min(start + Self.fetched, range.upperBound), in: &told)
    }
    return told
  }

  /// Findings whose rows and texts the nearest of the processor's caches holds.
  private static let fetched = 50

  /// Reads what all of them are told from, and then tells them.
  private func tell(_ places: Range<Int>, in told: inout ToldFindings) {
    guard let writer else {
      for place in places { tellWhole(place, in: &told) }
      return
    }
    told.fetched ^= fetch(places, writer)
    let verdicts = places.map(verdict)
    let explanations = verdicts.map { $0.map { $0.rule.explain($0, writer.narrator) } }
    told.fetched ^= writer.fetch(explanations.lazy.compactMap(\.?.facts).joined())
    for (place, (verdict, explanation)) in zip(places, zip(verdicts, explanations)) {
      if let verdict, let explanation {
        writer.tell(verdict, figures[place], explanation, in: &told)
      } else {
        tellWhole(place, in: &told)
      }
    }
  }

  private func fetch(_ places: Range<Int>, _ writer: FindingWriter) -> UInt32 {
    var received: [Int] = []
    var texts: [Text] = []
    for place in places {
      guard case .judged(let verdict) = sources[place] else { continue }
      if let row = verdict.received { received.append(row) }
      texts += sentIDs[verdict.sent]
    }
    return writer.fetch(received, texts)
  }

  /// Tells all in their order, some at a time, on as many cores as there are.
  package func forEachPiece(_ take: (KeptFindings) throws -> Void) throws {
    try Pieces.inOrder(count, of: 500) {
      KeptFindings(told($0))
    } take: { (told) throws in
      try take(told)
    }
  }

  private func tellWhole(_ place: Int, in told: inout ToldFindings) {
    if case .whole(let whole) = sources[place] { told.add(wholes[whole]) }
  }

  /// Nil of a finding that comes whole.
  private func verdict(_ place: Int) -> Verdict? {
    guard case .judged(let placed) = sources[place] else { return nil }
    return Verdict(placed, figures[place], sentIDs: Array(sentIDs[placed.sent]))
  }

  /// Says how a finding stands against the snapshot before.
  mutating func setState(_ state: FindingState, at place: Int) {
    figures[place].state = state
    if case .whole(let whole) = sources[place] { wholes[whole].record.state = state }
  }

  /// Adds findings that come whole, behind the others.
  package mutating func append(_ findings: some Sequence<Finding>) {
    for finding in findings {
      sources.append(.whole(wholes.count))
      figures.append(figures(of: finding))
      wholes.append(finding)
    }
  }

  private mutating func figures(of finding: Finding) -> FindingFigures {
    FindingFigures(finding.record, rule: rules.place(of: finding.record.rule))
  }

  /// Puts them into the order of `findings.md`.
  mutating func sort() {
    let texts = writer?.narrator.books.texts ?? TextTable()
    let ids = sources.indices.map { idKeys($0, texts) }
    let order = FindingOrder.order(figures, rules, ids: ids) { a, b in
      findingIDs(a).precedes(findingIDs(b), writer?.narrator.books)
    }
    sources = order.map { sources[$0] }
    figures = order.map { figures[$0] }
  }

  private func idKeys(_ place: Int, _ texts: borrowing TextTable) -> FindingOrder.IDKeys {
    switch (sources[place], writer) {
    case (.judged(let verdict), let writer?):
      writer.idKeys(verdict, firstSent: sentIDs[verdict.sent].first, texts)
    case (.whole(let whole), _): FindingOrder.IDKeys(wholes[whole].record)
    case (.judged, nil): preconditionFailure("verdicts come with who writes them")
    }
  }

  private func findingIDs(_ place: Int) -> FindingIDs {
    if case .whole(let whole) = sources[place] { return FindingIDs(wholes[whole].record) }
    guard let verdict = verdict(place), let writer else {
      preconditionFailure("verdicts come with who writes them")
    }
    return FindingIDs(verdict, writer, rules)
  }
}

extension Findings: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  package init(arrayLiteral findings: Finding...) { self.init(findings) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { sources.count }

  /// The finding at a place in words; what is put there comes whole.
  package subscript(place: Int) -> Finding {
    get { told(place..<place + 1).finding(0) }
    set {
      figures[place] = figures(of: newValue)
      if case .whole(let whole) = sources[place] {
        wholes[whole] = newValue
      } else {
        sources[place] = .whole(wholes.count)
        wholes.append(newValue)
      }
    }
  }
}
