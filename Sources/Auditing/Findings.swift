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
    /// A place in `verdicts`.
    case judged(Int)
    /// A place in `wholes`.
    case whole(Int)
  }

  private var places: [Source] = []
  private var figures: [FindingFigures] = []
  private var verdicts: [Verdict] = []
  private var wholes: [Finding] = []
  /// Nil where there are no verdicts.
  private var writer: FindingWriter?

  /// Findings that come whole, in the order given.
  package init(_ findings: some Sequence<Finding>) { append(findings) }

  /// All that the rules found, sorted.
  init(_ verdicts: [Verdict], _ writer: FindingWriter) {
    self.verdicts = verdicts
    self.writer = writer
    places = verdicts.indices.map { .judged($0) }
    figures = verdicts.map { writer.figures($0) }
    sort()
  }

  /// What counts of the finding at a place.
  package func figures(at place: Int) -> FindingFigures { figures[place] }

  /// The 16 hex digits of each that name it from snapshot to snapshot.
  package var fingerprints: [String] {
    Pieces.map(count, of: 2000) { range in
      range.map { place in
        switch places[place] {
        case .judged(let verdict): writer?.fingerprint(verdicts[verdict]) ?? ""
        case .whole(let whole): wholes[whole].record.fingerprint
        }
      }
    }.flatMap { $0 }
  }

  /// Some findings in words.
  package func told(_ range: Range<Int>) -> ToldFindings {
    var told = ToldFindings()
    told.reserve(range.count)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.fetched) {
      let some = start..<Swift.min(start + Self.fetched, range.upperBound)
      told.fetched ^= writer?.fetch(verdicts, some.lazy.compactMap { verdict(at: $0) }) ?? 0
      for place in some { tell(place, in: &told) }
    }
    return told
  }

  /// Findings whose rows and texts the nearest of the processor's caches holds.
  private static let fetched = 50

  private func verdict(at place: Int) -> Int? {
    if case .judged(let verdict) = places[place] { verdict } else { nil }
  }

  /// Tells all in their order, some at a time, on as many cores as there are.
  package func forEachPiece(_ take: (ToldFindings) throws -> Void) throws {
    try Pieces.inOrder(count, of: 500) {
      told($0)
    } take: { (told) throws in
      try take(told)
    }
  }

  private func tell(_ place: Int, in told: inout ToldFindings) {
    switch places[place] {
    case .judged(let verdict): writer?.tell(verdicts[verdict], figures[place], in: &told)
    case .whole(let whole): told.add(wholes[whole])
    }
  }

  /// Says how a finding stands against the snapshot before.
  mutating func setState(_ state: FindingState, at place: Int) {
    figures[place].state = state
    if case .whole(let whole) = places[place] { wholes[whole].record.state = state }
  }

  /// Adds findings that come whole, behind the others.
  package mutating func append(_ findings: some Sequence<Finding>) {
    for finding in findings {
      places.append(.whole(wholes.count))
      figures.append(FindingFigures(finding.record))
      wholes.append(finding)
    }
  }

  /// Puts them into the order of `findings.md`.
  mutating func sort() {
    let order = FindingOrder.order(figures, received: places.map(receivedKey)) { a, b in
      ids(places[a]).precedes(ids(places[b]), writer?.narrator.books)
    }
    places = order.map { places[$0] }
    figures = order.map { figures[$0] }
  }

  private func receivedKey(_ source: Source) -> IdentifierKey {
    switch source {
    case .judged(let verdict): writer?.receivedKey(verdicts[verdict]) ?? .none
    case .whole(let whole): IdentifierKey(wholes[whole].record.receivedID.utf8.span)
    }
  }

  private func ids(_ source: Source) -> FindingIDs {
    switch (source, writer) {
    case (.judged(let verdict), let writer?): FindingIDs(verdicts[verdict], writer)
    case (.whole(let whole), _): FindingIDs(wholes[whole].record)
    case (.judged, nil): preconditionFailure("verdicts come with who writes them")
    }
  }
}

extension Findings: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  package init(arrayLiteral findings: Finding...) { self.init(findings) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { places.count }

  /// The finding at a place in words; what is put there comes whole.
  package subscript(place: Int) -> Finding {
    get { told(place..<place + 1).finding(0) }
    set {
      figures[place] = FindingFigures(newValue.record)
      if case .whole(let whole) = places[place] {
        wholes[whole] = newValue
      } else {
        places[place] = .whole(wholes.count)
        wholes.append(newValue)
      }
    }
  }
}
