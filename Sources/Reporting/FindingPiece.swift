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
  }

  let told: ToldFindings
  let csv: CSVRows?
  let xml: Result<Elements, XMLWriteError>?

  /// - Parameter isChecked: by place, whether a finding is held against the schema.
  init(
    _ places: Range<Int>, of audit: Audit, isChecked: [Bool], formats: Set<ReportFormat>
  ) {
    let told = audit.findings.told(places)
    self.told = told
    csv = formats.contains(.csv) ? FindingsCSV.rows(told) : nil
    xml =
      formats.contains(.xml)
      ? Result { () throws(XMLWriteError) in
        try Self.elements(told, audit.books, isChecked[places])
      } : nil
  }

  private static func elements(
    _ told: ToldFindings, _ books: Books, _ isChecked: ArraySlice<Bool>
  ) throws(XMLWriteError) -> Elements {
    // Findings stand in `findings`, and that in `report`.
    var xml = XMLWriter(inside: 2)
    let texts = LinkTexts(books)
    var elements = Elements()
    for (row, isChecked) in zip(told.rows, isChecked) {
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
