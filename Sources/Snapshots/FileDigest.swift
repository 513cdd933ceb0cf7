internal import Digests
internal import Foundation

/// The SHA-256 of a file's bytes.
package enum FileDigest {
  /// The digest as 64 lower-case hex digits.
  ///
  /// - Throws: `SnapshotError.missing` or `.unreadable`.
  package static func sha256(of path: String) throws(SnapshotError) -> String {
    // The path is lent for the call alone.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemCallFailure.refusal(of: path) }
    defer { close(descriptor) }
    var digest = SHA256Digest()
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      // The block is lent for the call alone, and its own count says how long it is.
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      guard count >= 0 else { throw SystemCallFailure.refusal(of: path) }
      if count == 0 { return digest.hexDigits() }
      unsafe block.withUnsafeBytes { unsafe digest.update(.init(rebasing: $0[..<count])) }
    }
  }
}
