internal import Digests

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file's bytes, once from the first to the last, and their digest.
///
/// Read, not mapped: a file that is cut while it is mapped kills the process, and mapped pages
/// count as memory of it.
struct FileBytes: ~Copyable {
  private let descriptor: CInt
  /// Nil when another has it.
  private var digest: SHA256Digest? = SHA256Digest()
  /// The file's size when it was opened.
  let size: Int
  private(set) var bytesRead = 0
  private var isAtEnd = false
  /// Bytes that come once more, from `nextBack` on.
  private var back: [UInt8] = []
  private var nextBack = 0

  /// Opens a file; nil where there is none of that name.
  init?(_ path: String) throws(FileFault) {
    // Not to wait for whoever writes into a pipe. The path's bytes hold for the call.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      size = 0
      if errno == ENOENT { return nil }
      throw FileFault(errno)
    }
    var status = stat()
    // The status is this frame's own.
    guard unsafe fstat(descriptor, &status) == 0 else {
      size = 0
      throw FileFault(errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      size = 0
      throw .notAFile
    }
    size = Int(status.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Fills a part of a buffer, and says where the bytes end; before the part's end at the end of
  /// the file only.
  mutating func read(
    into buffer: inout [UInt8], from start: Int, upTo end: Int
  ) throws(FileFault) -> Int {
    precondition(end <= buffer.count)
    var filled = start
    while filled < end, nextBack < back.count {
      buffer[filled] = back[nextBack]
      filled += 1
      nextBack += 1
    }
    while filled < end, !isAtEnd {
      let room = filled..<end
      // The room lies within the buffer, which outlives the call.
      let count = unsafe buffer.withUnsafeMutableBytes {
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: $0[room])
        let count = unsafe Self.read(descriptor, room)
        if count > 0 {
          let new = unsafe UnsafeRawBufferPointer(rebasing: room[..<count])
          unsafe digest?.update(new)
        }
        return count
      }
      guard count >= 0 else { throw FileFault(errno) }
      isAtEnd = count == 0
      filled += count
      bytesRead += count
    }
    return filled
  }

  /// How many bytes that were read are to come once more.
  var bytesPutBack: Int { back.count - nextBack }

  /// Lets the bytes that were read last come once more.
  mutating func putBack(_ bytes: ArraySlice<UInt8>) {
    if bytesPutBack > 0 {
      // Those before them came from there too.
      nextBack -= bytes.count
    } else {
      back = Array(bytes)
      nextBack = 0
    }
  }

  /// The size of a file that can be read; nil where there is none.
  static func size(of path: String) throws(FileFault) -> Int? {
    guard let file = try Self(path) else { return nil }
    return file.size
  }

  /// All bytes of a small file, and their digest.
  static func whole(_ path: String) throws(FileFault) -> (bytes: [UInt8], sha256: String) {
    guard var file = try Self(path) else { throw .vanished }
    var bytes = [UInt8](repeating: 0, count: file.size + 1)
    var end = try file.read(into: &bytes, from: 0, upTo: bytes.count)
    while end == bytes.count {
      bytes.append(contentsOf: repeatElement(0, count: bytes.count))
      end = try file.read(into: &bytes, from: end, upTo: bytes.count)
    }
    bytes.removeLast(bytes.count - end)
    return (bytes, file.sha256())
  }

  /// SHA-256 of what was read, as hex digits.
  func sha256() -> String {
    guard let digest else { preconditionFailure("whoever took the digest has it") }
    return digest.hexDigits()
  }

  /// The digest of what was read, for the caller to feed with all that is read from now on.
  mutating func takeDigest() -> SHA256Digest {
    defer { digest = nil }
    guard let digest else { preconditionFailure("it is taken once") }
    return digest
  }

  private static func read(_ file: CInt, _ room: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(file, room.baseAddress, room.count)
    #elseif canImport(Musl)
      unsafe Musl.read(file, room.baseAddress, room.count)
    #else
      unsafe Darwin.read(file, room.baseAddress, room.count)
    #endif
  }
}

/// Why a file cannot be read.
enum FileFault: Error {
  case notAFile
  /// It was there a moment ago.
  case vanished
  case system(String)

  init(_ code: CInt) {
    // strerror's text holds until the next call on this thread, and is copied here.
    self = .system(unsafe String(cString: strerror(code)))
  }
}

extension FileFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .notAFile: "it is not a file"
    case .vanished: "it is gone"
    case .system(let words): words
    }
  }
}
