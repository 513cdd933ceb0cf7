internal import ArgumentParser
internal import Foundation

/// Ends a command that failed: a sentence on standard error and exit code 1.
enum Failure {
  static func complain(_ sentence: String) {
    FileHandle.standardError.write(Data("economy-sandbox: \(sentence)\n".utf8))
  }

  static func end(_ error: any Error) -> any Error {
    if error is ExitCode || error is ValidationError { return error }
    complain("\(error)")
    return ExitCode(1)
  }
}
