/// How wide a terminal is, and whether it shows colour.
package struct TerminalStyle: Equatable, Sendable {
  /// Characters in a line; less than 40 counts as 40.
  package let width: Int
  package let isColoured: Bool

  package init(width: Int = 100, isColoured: Bool = false) {
    self.width = max(width, 40)
    self.isColoured = isColoured
  }

  func heading(_ text: String) -> String { paint(text, "1") }
  func alarm(_ text: String) -> String { paint(text, "1;31") }
  func caution(_ text: String) -> String { paint(text, "33") }
  func aside(_ text: String) -> String { paint(text, "2") }

  /// ECMA-48, Select Graphic Rendition.
  private func paint(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
