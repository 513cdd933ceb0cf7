internal import Foundation

/// What the first hundred bytes of a snapshot's file say, read before SQLite may touch it.
///
/// The offsets are those of the SQLite file format, section 1.3, the numbers big-endian.
struct StoredMarks {
  private let bytes: [UInt8]
  /// How large the file is, whatever it says.
  let fileSize: Int64

  init(of path: String) throws(SnapshotError) {
    // The path is lent for the call alone.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemCallFailure.refusal(of: path) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    guard count >= 0 else { throw SystemCallFailure.refusal(of: path) }
    self.bytes = bytes
    fileSize = Int64(lseek(descriptor, 0, SEEK_END))
  }

  func check(_ path: String) throws(SnapshotError) {
    guard bytes.starts(with: Self.magic), number(at: 68) == SnapshotSchema.applicationID else {
      throw .notASnapshot(path: path)
    }
    let version = number(at: 60)
    guard version <= SnapshotSchema.version else {
      throw .newerSchema(
        path: path, version: Int(version), known: Int(SnapshotSchema.version))
    }
    guard version == SnapshotSchema.version || version < 1 else {
      throw .olderSchema(
        path: path, version: Int(version), known: Int(SnapshotSchema.version))
    }
    // A file that asks for a write-ahead log would make SQLite write beside it.
    guard version == SnapshotSchema.version, bytes[18] == 1, bytes[19] == 1, isInUTF8,
      Self.pageSizes.contains(pageSize)
    else {
      throw .damaged(path: path, detail: "its first hundred bytes are not those of a snapshot")
    }
  }

  /// How long a page is.
  var pageSize: Int {
    let size = bytes.bigEndian16(at: 16)
    return size == 1 ? 65_536 : size
  }

  /// How much of it is used.
  var usablePageSize: Int { pageSize - Int(bytes[20]) }

  private var isInUTF8: Bool { number(at: 56) == 1 }

  private func number(at offset: Int) -> Int32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int32($1) }
  }

  private static let pageSizes: Set = [512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536]
  private static let magic = Array("SQLite format 3\0".utf8)
}
