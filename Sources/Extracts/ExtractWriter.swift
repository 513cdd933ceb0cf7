internal import FoundationEssentials
package import Invoicing

/// Writes a canonical extract (`extract.md`) row by row, in constant memory.
///
/// Until `finish` the files have temporary names in the extract's folder, so that what stood there
/// before is still whole. `finish` takes `extract.json` away, puts each table in its place and
/// `extract.json` last: what an end in between leaves behind is no extract to any reader, never
/// a mix of two. Other files in the folder stay as they are. One writer at a time has a folder.
///
/// That each id stands once is the caller's to see to: the writer remembers no row.
package struct ExtractWriter: ~Copyable, Sendable {
  private let folder: NewFolder
  private var tables: [ExtractFile: NewTable]

  /// Makes the folder where there is none; nothing else is seen of it until `finish`.
  ///
  /// - Parameter absent: files that the extract does not have, which says more than empty ones:
  ///   nobody knows what would stand there.
  /// - Throws: `.cannot` where the folder cannot be written, `.busy` where another writes there.
  package init(
    folder path: String, without absent: Set<ExtractFile> = []
  ) throws(ExtractWriteFailure) {
    precondition(!absent.contains(where: \.isNeeded), "without it there is no extract")
    let folder = try NewFolder(path)
    var tables: [ExtractFile: NewTable] = [:]
    do throws(ExtractWriteFailure) {
      for file in ExtractFile.allCases where !absent.contains(file) {
        tables[file] = try NewTable(file, at: folder.temporary(file.name))
      }
    } catch {
      Self.abandon(tables, folder)
      throw error
    }
    self.folder = folder
    self.tables = tables
  }

  deinit { Self.abandon(tables, folder) }

  package mutating func write(_ row: ReceivedInvoice) throws(ExtractWriteFailure) {
    try append(.received) { cells throws(ExtractWriteFailure) in try row.append(to: &cells) }
  }

  package mutating func write(_ row: SentInvoice) throws(ExtractWriteFailure) {
    try append(.sent) { cells throws(ExtractWriteFailure) in try row.append(to: &cells) }
  }

  package mutating func write(_ row: ProcessedFlag) throws(ExtractWriteFailure) {
    try append(.processed) { cells throws(ExtractWriteFailure) in try row.append(to: &cells) }
  }

  package mutating func write(_ row: SourceInvoice) throws(ExtractWriteFailure) {
    try append(.source) { cells throws(ExtractWriteFailure) in try row.append(to: &cells) }
  }

  package mutating func write(
    _ row: InvoiceLine, of invoiceID: String, in ledger: Ledger
  ) throws(ExtractWriteFailure) {
    try append(.lines) { cells throws(ExtractWriteFailure) in
      try row.append(to: &cells, of: invoiceID, in: ledger)
    }
  }

  package mutating func write(
    _ row: Attachment, of invoiceID: String, in ledger: Ledger
  ) throws(ExtractWriteFailure) {
    try append(.attachments) { cells throws(ExtractWriteFailure) in
      try row.append(to: &cells, of: invoiceID, in: ledger)
    }
  }

  package mutating func write(_ row: Attempt) throws(ExtractWriteFailure) {
    try append(.attempts) { cells throws(ExtractWriteFailure) in try row.append(to: &cells) }
  }

  /// Makes it an extract; returns once the disk has all of it.
  ///
  /// - Parameter companies: the consulting companies; nil: every supplier is one.
  package mutating func finish(
    group: String, takenAt: Moment, coversFrom: CalendarDate?, companies: [String]?
  ) throws(ExtractWriteFailure) {
    let header = try WrittenHeader(
      group: group, takenAt: takenAt, coversFrom: coversFrom, companies: companies
    ).bytes()
    for file in ExtractFile.allCases { try tables[file]?.close() }
    let headerFile = try NewFile(folder.temporary(HeaderReader.fileName))
    defer { headerFile.abandon() }
    try headerFile.write(header)
    try headerFile.sync()
    try folder.remove(HeaderReader.fileName)
    for file in ExtractFile.allCases {
      if tables[file] == nil {
        try folder.remove(file.name)
      } else {
        try folder.putInPlace(file.name)
      }
    }
    try folder.putInPlace(HeaderReader.fileName)
  }

  private mutating func append(
    _ file: ExtractFile, _ fill: (inout RowCells) throws(ExtractWriteFailure) -> Void
  ) throws(ExtractWriteFailure) {
    precondition(tables[file] != nil, "the extract was to be without \(file.name)")
    try tables[file]?.append(fill)
  }

  private static func abandon(_ tables: [ExtractFile: NewTable], _ folder: NewFolder) {
    for table in tables.values { table.abandon() }
    folder.abandon(ExtractFile.allCases.map(\.name) + [HeaderReader.fileName])
  }
}

/// `extract.json`, as it is written.
private struct WrittenHeader: Encodable {
  struct Cover: Encodable { let from: String }

  let format = HeaderReader.format
  let group: String
  let takenAt: String
  let covers: Cover?
  let companies: [String]?

  enum CodingKeys: String, CodingKey {
    case format, group, covers, companies
    case takenAt = "taken_at"
  }

  init(
    group: String, takenAt: Moment, coversFrom: CalendarDate?, companies: [String]?
  ) throws(ExtractWriteFailure) {
    guard !group.isEmpty else { throw .badHeader(key: "group") }
    guard companies?.contains("") != true else { throw .badHeader(key: "companies") }
    self.group = group
    self.takenAt = takenAt.description
    covers = coversFrom.map { Cover(from: $0.description) }
    self.companies = companies
  }

  func bytes() throws(ExtractWriteFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { throw .badHeader(key: "group") }
    return Array(data) + [UInt8(ascii: "\n")]
  }
}
