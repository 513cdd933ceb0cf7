internal import Foundation

/// One line on standard error that says what is being done; nothing where that is no terminal.
struct ProgressLine: Sendable {
  private let isShown = isatty(STDERR_FILENO) == 1

  func show(_ text: String) {
    if isShown { Terminal.writeError("\r\u{1b}[2K\(text)…") }
  }

  func clear() {
    if isShown { Terminal.writeError("\r\u{1b}[2K") }
  }
}
