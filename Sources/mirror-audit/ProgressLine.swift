internal import Foundation

/// One line on standard error that says what is being done; nothing where that is no terminal.
struct ProgressLine: Sendable {
  private let isShown = isatty(STDERR_FILENO) == 1

  func show(_ text: String) {
    if isShown { write("\r\u{1b}[2K\(text)…") }
  }

  func clear() {
    if isShown { write("\r\u{1b}[2K") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
