internal import Cores
internal import Foundation
internal import GRDB
package import Invoicing

/// Writes a snapshot's file, whole or not at all.
package enum SnapshotWriter {
  /// Writes books and links into a new file of the folder.
  ///
  /// - Throws: as the other `write`.
  package static func write(
    _ books: Books, links: [Link], vanishedOwners: [Text]? = nil, into folder: String
  ) throws -> SnapshotFile {
    try write(books, into: folder) {
      SnapshotConclusion(
        identity: SnapshotIdentity(of: books, vanishedOwners: vanishedOwners), links: links,
        vanishedOwners: vanishedOwners)
    }
  }

  /// Writes books into a new file of the folder, asking for the rest once their rows are written:
  /// links and identity may be computed by another thread meanwhile.
  ///
  /// The file appears under its name when all of it is on the disk, read-only; whatever happens
  /// before, nothing appears. The caller holds the lock of the folder's workspace. The rows of
  /// each ledger stand in the order of their row numbers.
  ///
  /// - Parameters:
  ///   - coding: that of the books, where it is known already.
  ///   - whenWhole: called when the file is whole, before it takes its name; where it throws there
  ///     is no file.
  /// - Throws: `SnapshotError.unwritable`, or what `conclusion` or `whenWhole` throws.
  package static func write(
    _ books: Books, coding: consuming BooksCoding? = nil, into folder: String,
    conclusion: () throws -> SnapshotConclusion, whenWhole: () throws -> Void = {}
  ) throws -> SnapshotFile {
    let place = FolderOfSnapshots(path: folder)
    let temporary = place.temporaryPath()
    do {
      try place.prepare()
      // It is large, and nobody's once the rows are written.
      let end = try fill(
        temporary, with: coding.take() ?? BooksCoding(books), conclusion: conclusion)
      let header = SnapshotHeader(
        extract: books.header, identity: end.identity.identity,
        contentDigest: end.identity.contentDigest, before: books.before)
      let digest = try digest(of: temporary, in: place)
      do { try whenWhole() } catch { throw ConclusionFailure(cause: error) }
      try place.finish(temporary, as: header.fileName)
      return SnapshotFile(
        header: header, path: "\(folder)/\(header.fileName)", fileDigest: digest)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw refusal(error, folder: folder)
    }
  }

  /// The digest of a file, which is on the disk by then.
  private static func digest(
    of temporary: String, in place: FolderOfSnapshots
  ) throws -> String {
    let onDisk = Promise.background { try place.synchronize(temporary) }
    let digest = Result { try FileDigest.sha256(of: temporary) }
    try onDisk.value()
    return try digest.get()
  }

  private static func fill(
    _ path: String, with coding: consuming BooksCoding,
    conclusion: () throws -> SnapshotConclusion
  ) throws -> SnapshotConclusion {
    let queue = try DatabaseQueue(path: path, configuration: loading(coding.books))
    let end = try queue.inDatabase { db in
      try db.execute(sql: "BEGIN")
      let ledgers = SnapshotTables.ledgers(of: coding)
      let stored = ledgers.map(\.withoutUnusedColumns)
      try Core.hold { try add(stored, to: db) }
      let end: SnapshotConclusion
      do { end = try conclusion() } catch { throw ConclusionFailure(cause: error) }
      let links = SnapshotTables.links(end.links, of: coding)
      try add([links, SnapshotTables.parties(coding)] + small(end, of: coding), to: db)
      try SnapshotViews.add(ledgers, stored: stored, links: links, to: db)
      try db.execute(sql: "COMMIT")
      return end
    }
    try queue.close()
    return end
  }

  private static func small(
    _ end: SnapshotConclusion, of coding: BooksCoding
  ) -> [StoredTable] {
    let books = coding.books
    let owners = end.vanishedOwners ?? books.vanished.receivedID
    return [
      SnapshotTables.snapshot(books.header, identity: end.identity, before: books.before),
      SnapshotTables.companies(books.header), SnapshotTables.vanished(books, owners: owners),
      SnapshotTables.currencies(coding.currencies), SnapshotSchema.about(),
    ] + SnapshotTables.origins(of: books)
  }

  private static func add(_ tables: [StoredTable], to db: Database) throws {
    try db.execute(sql: tables.map(\.definition).joined(separator: ";\n"))
    for table in tables { try BulkInsert.insert(table, into: db) }
  }

  /// Nobody else sees the file and a broken one is thrown away: no journal, no waiting for disks.
  private static func loading(_ books: Books) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    // One that fails stays open: without a journal there is nothing to roll back to.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA page_size = \(pageSize(for: books));
          PRAGMA encoding = 'UTF-8';
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          PRAGMA application_id = \(SnapshotSchema.applicationID);
          PRAGMA user_version = \(SnapshotSchema.version);
          """)
    }
    return configuration
  }

  /// Larger pages are written in fewer calls; of a small file they would be most, and from still
  /// larger ones a row in the middle is read slower.
  private static func pageSize(for books: Books) -> Int {
    books.rowCount < 50_000 ? 4096 : 8192
  }

  private static func refusal(_ error: any Error, folder: String) -> any Error {
    switch error {
    case let failure as ConclusionFailure: failure.cause
    case let error as CocoaError: SnapshotError.unwritable(folder: folder, reason: error.words)
    case let error as DatabaseError:
      SnapshotError.unwritable(folder: folder, reason: error.message ?? "\(error.resultCode)")
    default: SnapshotError.unwritable(folder: folder, reason: "\(error)")
    }
  }
}

extension Books {
  /// How many rows the ledgers have.
  fileprivate var rowCount: Int {
    received.count + sent.count + flags.count + source.count + lines.count + attachments.count
      + attempts.count
  }
}

/// What the caller's own code threw, which is passed on as it is.
private struct ConclusionFailure: Error {
  let cause: any Error
}

extension CocoaError {
  /// The system's words for what lies behind it.
  fileprivate var words: String {
    (underlying as? POSIXError).map { SystemCallFailure(code: $0.code.rawValue).description }
      ?? localizedDescription
  }
}
