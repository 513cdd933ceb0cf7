internal import ArgumentParser

/// Ends a command that failed: a sentence on standard error and exit code 1.
enum Failure {
  static func reported(_ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch let code as ExitCode {
      throw code
    } catch let misuse as ValidationError {
      throw misuse
    } catch {
      ProgressLine().clear()
      Terminal.writeError("mirror-engine: \(error)\n")
      throw ExitCode(1)
    }
  }
}
