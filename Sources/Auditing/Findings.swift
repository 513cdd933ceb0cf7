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
    /// A place in `verdicts`, and the finding's fingerprint.
    case judged(Int, UInt64)
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
    let pieces = Pieces.map(verdicts.count, of: 2000) { places in
      var scratch: [UInt8] = []
      return places.map { place in
        (
          Source.judged(place, writer.fingerprint(verdicts[place], &scratch)),
          writer.figures(verdicts[place])
        )
      }
    }
    places = pieces.flatMap { $0.map(\.0) }
    figures = pieces.flatMap { $0.map(\.1) }
    sort()
  }

  /// What counts of the finding at a place.
  package func figures(at place: Int) -> FindingFigures { figures[place] }

  /// 16 hex digits that name a finding from snapshot to snapshot.
  package func fingerprint(at place: Int) -> String {
    switch places[place] {
    case .judged(_, let bits):
      FindingWriter.hexDigits(of: bits)
    case .whole(let whole): wholes[whole].record.fingerprint
    }
  }

  /// Some findings in words.
  package func told(_ range: Range<Int>) -> ToldFindings {
    var told = ToldFindings()
    told.reserve(range.count)
    for place in range { tell(place, in: &told) }
    return told
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
    case .judged(let verdict, let fingerprint):
      writer?.tell(verdicts[verdict], figures[place], fingerprint: fingerprint, in: &told)
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
    case .judged(let verdict, _): writer?.receivedKey(verdicts[verdict]) ?? .none
    case .whole(let whole): IdentifierKey(wholes[whole].record.receivedID.utf8.span)
    }
  }

  private func ids(_ source: Source) -> FindingIDs {
    switch (source, writer) {
    case (.judged(let verdict, let bits), let writer?):
      FindingIDs(verdicts[verdict], fingerprint: bits, writer)
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
