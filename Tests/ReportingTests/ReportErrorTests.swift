internal import Reporting
internal import Testing

@Suite struct ReportErrorTests {
  @Test(arguments: [
    (
      ReportError.cannot(.makeFolder, path: "out", reason: "Permission denied"),
      "cannot make the folder 'out': Permission denied"
    ),
    (
      .cannot(.write, path: "out/.report.xml.part", reason: "No space left on device"),
      "cannot write 'out/.report.xml.part': No space left on device"
    ),
    (
      .folderIsBusy("out"),
      "'out' is being written by another run: wait for it, or choose another --out"
    ),
    (
      .folderInTheWay("out/report.xml"),
      "'out/report.xml' is a folder, and a report must go there: move it, or choose another --out"
    ),
    (
      .invalid(file: "report.xml", line: 9, message: "Element 'cause': it is empty."),
      """
      report.xml:9: Element 'cause': it is empty.
        this is a bug of Mirror Audit: the report breaks its own schema, and was not written
      """
    ),
    (
      .brokenSchema(line: 3, message: "Opening and ending tag mismatch"),
      """
      report.xsd:3: Opening and ending tag mismatch
        this is a bug of Mirror Audit: its schema cannot be used, and no report was written
      """
    ),
  ])
  func `an error says what, where and what to do`(_ error: ReportError, _ text: String) {
    #expect(error.description == text)
  }
}
