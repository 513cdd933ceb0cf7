internal import ArgumentParser
internal import Engine

/// The daily job.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Mirror every received invoice that is not processed, and mark it.",
    discussion: """
      Exit codes: 0 nothing left to do, 2 something is unknown, left to hands or, as the engine \
      was asked to stop, not begun, 1 failure, 64 wrong usage.

      It may be killed at any moment and started again: the journal says where it stood.
      """)

  @OptionGroup var common: SharedOptions

  @Flag(help: "Print JSON for a script instead of text for a person.")
  var json = false

  func run() async throws {
    try await Failure.reported {
      let configuration = try common.load()
      let line = ProgressLine()
      let stop = StopSignal()
      let signals = Signals(stopping: stop)
      defer { signals.ignore() }
      let summary = try await DailyRun(
        configuration, token: try common.token(for: configuration),
        context: EngineContext(stop: stop, progress: { line.show($0) })
      ).run()
      line.clear()
      Terminal.write(json ? summary.json : summary.text)
      if summary.exitCode != 0 { throw ExitCode(summary.exitCode) }
    }
  }
}
