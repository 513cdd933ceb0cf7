internal import Auditing
internal import Invoicing
internal import XML

/// Some findings as they are written: told once, for every file that lists them.
struct FindingPiece: Sendable {
  /// Elements of `report.xml`.
  struct Elements: Sendable {
    var bytes: [UInt8] = []
    /// Runs of bytes, and whether they are held against the schema too.
    var runs: [(bytes: Range<Int>, isChecked: Bool)] = []
    /// Nobody needs it; but what was read for it is at hand when the elements are made.
    fileprivate var fetched: UInt32 = 0
  }

  let kept: KeptFindings
  let csv: CSVRows?
  let xml: Result<Elements, XMLWriteError>?

  /// - Parameter isChecked: by place, whether a finding is held against the schema.
  init(
    _ places: Range<Int>, of audit: Audit, isChecked: [Bool], formats: Set<ReportFormat>
  ) {
    let told = audit.findings.told(places)
    kept = KeptFindings(told)
    csv = formats.contains(.csv) ? FindingsCSV.rows(told) : nil
    xml =
      formats.contains(.xml)
      ? Result { () throws(XMLWriteError) in
        try Self.elements(told, audit.books, isChecked[places])
      } : nil
  }

  /// Of a finding's element.
  private static let usualBytes = 1200
  /// Rows whose links' texts the nearest of the processor's caches holds.
  private static let fetchedRows = 50

  private static func elements(
    _ told: ToldFindings, _ books: Books, _ isChecked: ArraySlice<Bool>
  ) throws(XMLWriteError) -> Elements {
    // Findings stand in `findings`, and that in `report`.
    var xml = XMLWriter(inside: 2, reserving: told.rows.count * usualBytes)
    let texts = LinkTexts(books)
    var elements = Elements()
    for (place, (row, isChecked)) in zip(told.rows, isChecked).enumerated() {
      if place % fetchedRows == 0 {
        let last = told.rows[min(place + fetchedRows, told.rows.count) - 1]
        elements.fetched ^= texts.fetch(
          told.links[row.linked.lowerBound..<last.linked.upperBound])
      }
      let start = xml.fragmentCount
      try xml.finding(row, of: told, texts)
      if let last = elements.runs.indices.last, elements.runs[last].isChecked == isChecked {
        elements.runs[last].bytes = elements.runs[last].bytes.lowerBound..<xml.fragmentCount
      } else {
        elements.runs.append((start..<xml.fragmentCount, isChecked))
      }
    }
    elements.bytes = try xml.fragment()
    return elements
  }
}

extension XMLWriter {
  /// Adds findings; those that are not to be checked do not go to the copy.
  mutating func append(_ elements: FindingPiece.Elements) throws(XMLWriteError) {
    for run in elements.runs {
      try setCopied(run.isChecked)
      try append(fragment: elements.bytes.span.extracting(run.bytes))
    }
    try setCopied(true)
  }
}
