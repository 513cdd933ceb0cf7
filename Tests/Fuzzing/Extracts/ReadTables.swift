internal import Invoicing

@testable internal import Extracts

/// Tables that were read as those of one extract are, one after the other.
struct ReadTables {
  private(set) var draft: BooksDraft
  private(set) var log: FaultLog

  /// - Parameter documents: the folder in which rows find theirs.
  init(
    _ tables: [(file: ExtractFile, bytes: [UInt8])], quarantine: Bool,
    documents folder: String = "/dev/null"
  ) throws {
    var intake = BooksIntake(header: Self.header)
    var documents = DocumentReader(folder: folder)
    log = FaultLog(quarantine: quarantine)
    for (file, bytes) in tables {
      let onDisk = try MemoryFile(bytes)
      let input = try TableReader.read(
        file, at: onDisk.path, ofExtractOf: bytes.count, &documents, into: &intake, &log
      ) { _ in }
      if let input { intake.draft.inputs.append(input) }
    }
    draft = intake.draft
    draft.documents = documents.documents
    draft.rejected = log.rejected
  }

  private static let header = ExtractHeader(
    group: "Group", takenAt: Moment(microseconds: 1_685_512_800_000_000), coversFrom: nil,
    companies: nil, sha256: "")

  /// How many good rows of a file there are.
  func count(of file: ExtractFile) -> Int {
    switch file {
    case .received: draft.received.count
    case .sent: draft.sent.count
    case .processed: draft.flags.count
    case .source: draft.source.count
    case .lines: draft.lines.count
    case .attachments: draft.attachments.count
    case .attempts: draft.attempts.count
    }
  }
}
