internal import ArgumentParser
internal import Engine
internal import Invoicing

/// Reads the books into a canonical extract.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read all ledgers, and the journal, into an extract for mirror-audit.",
    discussion: """
      Everything is read until two readings in a row agree; the extract shows the moment between \
      them. What was read is kept beside the folder until then, and a run that was stopped goes \
      on from it. An extract that is already there is replaced at the end.
      """)

  @Option(help: ArgumentHelp("The folder that the extract is written to.", valueName: "dir"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "Only invoices issued on this date or later. (default: all)", valueName: "yyyy-mm-dd"))
  var from: GivenDate?

  @OptionGroup var common: SharedOptions

  func run() async throws {
    try await Failure.reported {
      let configuration = try common.load()
      let line = ProgressLine()
      let stop = StopSignal()
      let signals = Signals(stopping: stop)
      defer { signals.ignore() }
      let takenAt = try await Extraction(
        configuration, token: try common.token(for: configuration),
        context: EngineContext(stop: stop, progress: { line.show($0) })
      ).run(to: out, from: from?.date)
      line.clear()
      Terminal.write("\(out): the books as they were at \(takenAt)\n")
    }
  }
}

/// A date of the command line.
struct GivenDate: ExpressibleByArgument {
  let date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(argument.utf8.span) else { return nil }
    self.date = date
  }
}
