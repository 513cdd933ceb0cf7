internal import Foundation
internal import Invoicing
internal import XML

/// A file that takes its place once it is whole on disk: until then it has a name of its own.
///
/// Paths are lent to the system for a call and not kept by it, which makes each `unsafe` here hold.
enum WholeFile {
  /// Lets `write` make and sync a file at the path that it is given, then renames it over `path`,
  /// and syncs the folder; where `write` throws, nothing is left behind.
  static func write(
    to path: String, _ write: (String) throws(PlanError) -> Void
  ) throws(PlanError) {
    let folder = path.folderOfPath
    let name = path.nameOfPath
    let temporary = (folder.isEmpty ? "" : "\(folder)/") + ".\(name).\(getpid()).part"
    do throws(PlanError) {
      try write(temporary)
      try rename(temporary, to: path)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
    sync(folder: folder.isEmpty ? "." : folder)
  }

  /// The failure of a writer that knows only paths of its own.
  static func refusal(_ error: XMLWriteError, _ path: String) -> PlanError {
    .cannot(.write, path: path, reason: words(error.code))
  }

  private static func rename(_ old: String, to new: String) throws(PlanError) {
    guard unsafe Foundation.rename(old, new) == 0 else {
      throw .cannot(.write, path: new, reason: words(errno))
    }
  }

  /// A folder that cannot be synced, on some network's disk, is left at that.
  private static func sync(folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private static func words(_ code: CInt) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
