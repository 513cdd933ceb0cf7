internal import Foundation

/// A snapshot's file as the pages of which SQLite's file format makes it, read without SQLite.
///
/// The format is documented, kept for ever (sqlite.org/fileformat2.html), and a snapshot never
/// changes: nothing is locked, and nothing waits in a journal.
struct PageFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private let pageSize: Int
  /// How much of a page is used.
  let usableSize: Int
  /// How many pages there are.
  let count: Int

  init(_ path: String, _ marks: StoredMarks) throws(SnapshotError) {
    // The path is lent for the call alone.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemCallFailure.refusal(of: path) }
    self.path = path
    pageSize = marks.pageSize
    usableSize = marks.usablePageSize
    count = Int(marks.fileSize) / marks.pageSize
  }

  deinit { close(descriptor) }

  /// Reads a page, from 1 on, to the beginning of a buffer that has room for it.
  func read(_ page: UInt32, into bytes: inout [UInt8]) throws(SnapshotError) {
    guard page > 0, page <= count else { throw damaged(page, "is not there") }
    let offset = (Int(page) - 1) * pageSize
    // The room that is lent is not larger than the buffer.
    let read = unsafe bytes.withUnsafeMutableBytes { room in
      unsafe pread(descriptor, room.baseAddress, min(room.count, pageSize), off_t(offset))
    }
    guard read >= 0 else { throw SystemCallFailure.refusal(of: path) }
    guard read == pageSize else { throw damaged(page, "is not there") }
  }

  func damaged(_ page: UInt32, _ detail: String) -> SnapshotError {
    .damaged(path: path, detail: "page \(page) \(detail)")
  }

  /// Room for a page, and for `more` behind it.
  func room(and more: Int = 0) -> [UInt8] { Array(repeating: 0, count: pageSize + more) }
}
