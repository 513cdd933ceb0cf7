internal import Invoicing
internal import Testing

@Suite struct PrintableTests {
  @Test(arguments: [
    ("Åsa, 1 250 kr", "Åsa, 1 250 kr"), ("a\u{1b}[2Jb\n", "a␛[2Jb␊"), ("\u{7f}", "␡"),
    ("\u{9b}2J", "\u{fffd}2J"), ("\u{202e}kr\u{2028}", "\u{fffd}kr\u{fffd}"), ("", ""),
  ])
  func `nothing is left that a terminal would obey or hide`(_ text: String, _ shown: String) {
    #expect(text.printable == shown)
  }
}
