internal import ArgumentParser

/// Ends a command that failed: a sentence on standard error and exit code 1.
enum Failure {
  static func reported(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let code as ExitCode {
      throw code
    } catch let misuse as ValidationError {
      throw misuse
    } catch {
      Terminal.complain("mirror-audit: \(error)")
      throw ExitCode(Outcome.failure.rawValue)
    }
  }
}
