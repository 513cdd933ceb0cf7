internal import Foundation
internal import Testing

/// The lock that another run would hold.
final class FolderLock {
  private let descriptor: CInt

  init(_ path: String) throws {
    descriptor = unsafe open(path, O_RDONLY)
    try #require(descriptor >= 0)
    let result = flock(descriptor, LOCK_EX)
    try #require(result == 0)
  }

  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }
}
