/// Why an execution does not begin; nothing was done.
package enum ExecutionRefusal: Error, Equatable {
  /// An amount of `--max-amount` that is none.
  case badLimit(String)
  case limitTwice(String)
  /// The folder of the results cannot be written.
  case noFolder(path: String, reason: String)
}

extension ExecutionRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badLimit(let text):
      "--max-amount '\(text)': expected a currency and an amount, as SEK=50000 or EUR=99.50"
    case .limitTwice(let code): "--max-amount: \(code) has two limits; give it one"
    case .noFolder(let path, let reason):
      "the results cannot be written to '\(path)' (\(reason)): nothing was done; --out names "
        + "another folder"
    }
  }
}
