internal import Foundation
internal import Reporting

/// What the program writes to, and what that can show.
enum Terminal {
  /// The style of standard output: coloured and as wide as the terminal, plain elsewhere.
  static var style: TerminalStyle {
    guard isatty(STDOUT_FILENO) == 1 else { return TerminalStyle() }
    let isColoured = ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    return TerminalStyle(width: min(max(width, 80), 160), isColoured: isColoured)
  }

  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  private static var width: Int {
    var size = winsize()
    // The call fills the structure that it is given, and that outlives it.
    let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 0 ? Int(size.ws_col) : 100
  }
}
