internal import Foundation

/// Keeps a second engine away for as long as it lives.
///
/// The kernel holds the lock (`flock`) and lets go when the process ends, however it ends; the pid
/// in the file only tells the other who it is.
final class FileLock: Sendable {
  enum Refusal: Error, Equatable {
    case held(process: Int?)
    case unusable(reason: String)
  }

  private let descriptor: Int32

  /// Locks a file, made where there is none; its content is the lock's.
  init(_ path: String) throws(Refusal) {
    // The path is lent for the call alone.
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unusable(reason: Self.reason()) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      defer { close(descriptor) }
      guard errno == EWOULDBLOCK else { throw .unusable(reason: Self.reason()) }
      throw .held(process: Self.holder(descriptor))
    }
    self.descriptor = descriptor
    sign()
  }

  deinit { close(descriptor) }

  /// The path with links resolved, so that one file has one lock whatever it is called.
  static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
  }

  /// Writes this process's pid; a disk that is full takes nothing from the lock.
  private func sign() {
    let digits = Array("\(ProcessInfo.processInfo.processIdentifier)\n".utf8)
    guard ftruncate(descriptor, 0) == 0 else { return }
    // The digits are lent for the call alone.
    _ = unsafe digits.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func holder(_ descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 20)
    // The bytes are lent for the call alone.
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, $0.count, 0)
    }
    guard count > 0 else { return nil }
    return Int(String(decoding: bytes[..<count].prefix { $0 != 10 }, as: UTF8.self))
  }

  private static func reason() -> String { unsafe String(cString: strerror(errno)) }
}
