internal import ArgumentParser
internal import Engine
internal import Foundation

/// Executes a repair plan.
struct ExecuteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "execute",
    abstract: "Do what a repair plan says, as far as it is approved and still true.",
    discussion: """
      Each action's expectations are checked first; one that no longer holds is skipped and said. \
      It may be killed at any moment and started again: it goes on where it stood, and does \
      nothing where all is done. The results are execution.xml and execution.csv.

      Exit codes: 0 all done, 2 some stale, manual, unapproved or unknown, 1 failure, 64 wrong \
      usage.
      """)

  @Argument(help: ArgumentHelp("The plan: its file, repair-plan.xml.", valueName: "plan"))
  var plan: String

  @Flag(help: "Check every expectation, and write nothing but the results.")
  var dryRun = false

  @Flag(help: "Do not ask before the first write; needed where there is no terminal.")
  var yes = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only these actions. (default: all)", valueName: "id"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      How much money this execution may move, as SEK=50000; repeated for each currency, and one \
      that is not named moves nothing then. (default: no limit)
      """, valueName: "currency=amount"))
  var maxAmount: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder that the results are written to. (default: beside the plan)",
      valueName: "dir"))
  var out: String?

  @Flag(help: "Print JSON for a script instead of text for a person.")
  var json = false

  @OptionGroup var common: SharedOptions

  func run() async throws {
    try await Failure.reported {
      let configuration = try common.load()
      let request = ExecutionRequest(
        isDryRun: dryRun, only: only, limits: try limits())
      let line = ProgressLine()
      let stop = StopSignal()
      let signals = Signals(stopping: stop)
      defer { signals.ignore() }
      let summary = try await PlanRun(
        configuration, token: try common.token(for: configuration),
        context: EngineContext(stop: stop, progress: { line.show($0) }),
        engine: "mirror-engine \(MirrorEngine.version)"
      ).run(planAt: plan, request, to: out) { preview in try isWanted(preview, line) }
      line.clear()
      guard let summary else {
        Terminal.writeError("Nothing was done.\n")
        throw ExitCode(2)
      }
      Terminal.write(json ? summary.json : summary.text)
      if summary.exitCode != 0 { throw ExitCode(summary.exitCode) }
    }
  }

  private func limits() throws -> SpendingLimits {
    do throws(ExecutionRefusal) {
      return try SpendingLimits(maxAmount)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// Asks whoever sits at the terminal.
  private func isWanted(_ preview: ExecutionPreview, _ line: ProgressLine) throws -> Bool {
    if yes { return true }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw ValidationError(
        "There is no terminal to ask at before the first write: --yes says it beforehand.")
    }
    line.clear()
    Terminal.writeError("\(preview.text)Go on? [y/N] ")
    let answer = (readLine() ?? "").lowercased()
    return answer == "y" || answer == "yes"
  }
}
