internal import Foundation

/// Keeps a second auditor out of a workspace for as long as it lives.
///
/// The kernel holds the lock (`flock`) and lets go when the process ends, however it ends; the pid
/// in the file only tells the other who it is.
final class WorkspaceLock: Sendable {
  private let descriptor: Int32

  /// - Throws: `WorkspaceError.locked` or `.unusable`.
  init(workspace: String) throws(WorkspaceError) {
    // The path is lent for the call alone.
    let descriptor = unsafe open("\(workspace)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.unusable(workspace) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      defer { close(descriptor) }
      guard errno == EWOULDBLOCK else { throw Self.unusable(workspace) }
      throw .locked(path: workspace, process: Self.holder(descriptor))
    }
    self.descriptor = descriptor
    sign()
  }

  deinit { close(descriptor) }

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

  private static func unusable(_ workspace: String) -> WorkspaceError {
    let reason = unsafe String(cString: strerror(errno))
    return .unusable(path: workspace, reason: reason)
  }
}
