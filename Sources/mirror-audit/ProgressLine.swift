internal import Foundation

/// One line on standard error that says what is being done; nothing where that is no terminal.
struct ProgressLine: Sendable {
  private let isShown = isatty(STDERR_FILENO) == 1

  func show(_ text: String) {
    if isShown { write("\r\u{1b}[2K\(text)…") }
  }

  /// Says how far it has come, too.
  func show(_ text: String, _ done: Int, of all: Int) {
    if isShown, all > 0 { show("\(text), \(done * 100 / all) %") }
  }

  func clear() {
    if isShown { write("\r\u{1b}[2K") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
