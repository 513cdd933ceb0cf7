/// The files that may handle memory by hand, each with what makes it hold.
///
/// Nothing joins them that can be done with spans; the reason at each use stands in the file.
enum UnsafeFiles {
  static let allowed = [
    "Sources/Digests/SHA256Digest.swift": "bytes are lent to swift-crypto for the call alone",

    "Sources/Engine/Journal/FileLock.swift": "a path is lent to the system for the call alone",

    "Sources/Extracts/ExtractWriteFailure.swift": "copies the system's words for an error",
    "Sources/Extracts/FileBytes.swift": "reads a descriptor into a buffer that outlives the call",
    "Sources/Extracts/FilePath.swift": "stat and realpath: results are copied, then freed",
    "Sources/Extracts/NewFile.swift": "paths and bytes are lent to the system for the call alone",
    "Sources/Extracts/NewFolder.swift": "paths are lent to the system for the call alone",

    "Sources/Invoicing/Array+Bytes.swift": "appends a span's or a literal's bytes while they live",
    "Sources/Invoicing/CodedWord.swift": "compares with a literal, whose storage is static",
    "Sources/Invoicing/Span+Words.swift": "loads words of bytes that the span bounds",
    "Sources/Invoicing/TextTable.swift": "appends a span's bytes while the span lives",

    "Sources/Snapshots/BoundCells.swift": "binds texts that outlive the statement's run",
    "Sources/Snapshots/BoundParameters.swift": "binds what its caller keeps until the run",
    "Sources/Snapshots/BulkInsert.swift": "lends arena and scratch to the statement's run",
    "Sources/Snapshots/Database+StoredRows.swift": "steps a statement that outlives its rows",
    "Sources/Snapshots/DigestBuffer.swift": "writes within a block that it never overfills",
    "Sources/Snapshots/FileDigest.swift": "reads a descriptor into a block of its own",
    "Sources/Snapshots/FolderOfSnapshots.swift": "paths are lent to the system for the call alone",
    "Sources/Snapshots/PageFile.swift": "reads a descriptor, which it owns, into a buffer as long",
    "Sources/Snapshots/RowInsertion.swift": "lends texts to the statement's runs",
    "Sources/Snapshots/RowValues.swift": "binds texts that outlive the statement's run",
    "Sources/Snapshots/StoredMarks.swift": "reads a file's first bytes into an array of its own",
    "Sources/Snapshots/StoredRecord.swift": "loads eight bytes that the span bounds",
    "Sources/Snapshots/StoredRow.swift": "reads the columns of the row that the statement is on",
    "Sources/Snapshots/SystemCallFailure.swift": "copies the system's words for an error",
    "Sources/Snapshots/TableDigest.swift": "a number's or a span's bytes, for the call alone",
    "Sources/Snapshots/TextColumn.swift": "appends a span's bytes while the span lives",

    "Sources/RepairPlans/WholeFile.swift": "paths are lent to the system for the call alone",
    "Sources/Workspaces/WorkspaceLock.swift": "a path is lent to the system for the call alone",
    "Sources/Reporting/CSVMarks.swift": "loads eight bytes that the span bounds",
    "Sources/Reporting/POSIX.swift": "paths and buffers are lent to the system for the call alone",
    "Sources/mirror-audit/Terminal.swift": "asks the system for the terminal's width",

    "Sources/XML/EventSink.swift": "points at a handler that the parse outlives not",
    "Sources/XML/InputFile.swift": "reads a descriptor into a space of its own",
    "Sources/XML/LibXML2.swift": "the one place that routes libxml2's errors",
    "Sources/XML/OutputBuffer.swift": "owns its bytes, and frees them once",
    "Sources/XML/OutputBuffer+Escaping.swift": "walks a string's bytes while they are lent",
    "Sources/XML/PushParser.swift": "owns a libxml2 parser, and frees it once",
    "Sources/XML/SAXEvents.swift": "libxml2's callbacks: pointers hold for the call alone",
    "Sources/XML/SchemaViolations.swift": "libxml2's callback finds its collector by pointer",
    "Sources/XML/SystemMessage.swift": "copies the system's words for an error",
    "Sources/XML/XMLAttributes.swift": "a view of libxml2's array that cannot leave the event",
    "Sources/XML/XMLBytes.swift": "a view of libxml2's bytes that cannot leave the event",
    "Sources/XML/XMLError+libxml2.swift": "copies what libxml2 says of an error",
    "Sources/XML/XMLSchema.swift": "owns a libxml2 schema, and frees it once",
    "Sources/XML/XMLStream.swift": "lends bytes to the parser for the call alone",
    "Sources/XML/XMLWriter.swift": "lends a string's bytes to the buffer for the call alone",

    "Tests/Fuzzing/Invoices/Events.swift": "lends a handler and bytes to the parser for the call",
    "Tests/Fuzzing/Running/FuzzerEntry.swift": "copies what libFuzzer lends for the call",
    "Tests/Fuzzing/Running/MemoryFile.swift": "owns a descriptor; bytes are lent for the call",
    "Tests/MirrorAuditTests/CommandLineTests.swift": "a path is lent to the system for the call",
    "Tests/ReportingTests/FolderLock.swift": "holds a descriptor of a folder, and closes it once",
    "Tests/SnapshotsTests/SnapshotWriterTests.swift": "asks the system for files that cannot grow",
    "Tests/XMLTests/ThreadTime.swift": "asks the system for a time, into a frame of its own",
  ]
}
