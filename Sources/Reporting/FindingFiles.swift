internal import Auditing
internal import Cores
internal import XML

/// `findings.csv` and `report.xml`, whose findings are told once, on as many cores as there are,
/// and written in their order.
struct FindingFiles {
  /// Where the files are to be; nil: it is not asked for.
  var csv: String?
  var xml: String?

  private static let findingsInPiece = 500

  /// Writes both, or the one that is asked for, and returns once the disk has them.
  ///
  /// - Parameter telling: gets all findings as they are kept, in their order, some at a time.
  func write(_ report: Report, telling: (KeptFindings) throws -> Void) throws {
    guard let xml else { return try write(report, copyTo: -1, telling: telling) }
    try ReportSchema.check("report.xml", at: xml) { copy in
      try write(report, copyTo: copy, telling: telling)
    }
  }

  private func write(
    _ report: Report, copyTo copy: CInt, telling: (KeptFindings) throws -> Void
  ) throws {
    do {
      var csv: CSVWriter?
      if let path = self.csv {
        csv = try CSVWriter(path: path, columns: FindingsCSV.columns)
      }
      var xml: XMLWriter?
      if let path = self.xml { xml = try ReportXML.begin(report, at: path, copyTo: copy) }
      try forEachPiece(report.audit) { piece in
        if let rows = piece.csv { try csv?.append(rows) }
        if let elements = try piece.xml?.get() { try xml?.append(elements) }
        try telling(piece.kept)
      }
      try csv.take()?.close()
      if let xml = xml.take() { try ReportXML.end(xml, report.audit) }
    } catch let error as XMLWriteError {
      throw ReportError(error)
    }
  }

  private func forEachPiece(_ audit: Audit, _ take: (FindingPiece) throws -> Void) throws {
    let isChecked = ReportSchema.checked(audit.findings)
    var formats: Set<ReportFormat> = []
    if csv != nil { formats.insert(.csv) }
    if xml != nil { formats.insert(.xml) }
    let wanted = formats
    try Pieces.inOrder(audit.findings.count, of: Self.findingsInPiece) { places in
      FindingPiece(places, of: audit, isChecked: isChecked, formats: wanted)
    } take: { piece in
      try take(piece)
    }
  }
}
