/// A text that stands in a `TextTable`: equal texts have equal handles.
package struct Text: Hashable, Sendable {
  /// The place in the table; 0 is the empty text.
  package let index: UInt32

  package init(index: UInt32) { self.index = index }

  /// The empty text, which an extract means as *absent*.
  package static let absent = Text(index: 0)

  package var isAbsent: Bool { index == 0 }
}
