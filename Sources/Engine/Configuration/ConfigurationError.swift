/// Why a configuration cannot be used.
package enum ConfigurationError: Error, Equatable {
  case missing(path: String)
  /// The file is there and is no configuration: not UTF-8, or no TOML.
  case unreadable(path: String, detail: String)
  /// A key that must be there is not.
  case missingKey(path: String, key: String, expected: String)
  case wrongValue(path: String, key: String, expected: String)
  case unknownKey(path: String, key: String, known: [String])
  /// `--address` that is none.
  case badAddress(String)
  case noToken(path: String)
  case badToken(source: String, detail: String)
  /// A file with a token that others may read; `mode` its permissions, as `0644`.
  case openToken(path: String, mode: String)
}

extension ConfigurationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no such file\n  expected: the engine's configuration, as in "
        + "docs/mirror-engine.md; --config names another"
    case .unreadable(let path, let detail): "\(path): \(detail)"
    case .missingKey(let path, let key, let expected):
      "\(path): \(key): it is missing\n  expected: \(expected)"
    case .wrongValue(let path, let key, let expected): "\(path): \(key): expected \(expected)"
    case .unknownKey(let path, let key, let known):
      "\(path): \(key): there is no such setting\n  expected: one of "
        + known.joined(separator: ", ")
    case .badAddress(let text):
      "--address '\(text)': expected \(EconomySystemSettings.addressForm)"
    case .noToken(let path):
      "\(path): there is no token\n  expected: the economy system's token in the environment as "
        + "MIRROR_ENGINE_TOKEN, or the path of a file with it (mode 0600) as 'token-file'"
    case .badToken(let source, let detail):
      "\(source): \(detail)\n  expected: the economy system's token, on one line"
    case .openToken(let path, let mode):
      "\(path): others may read the token (mode \(mode))\n  expected: mode 0600; "
        + "'chmod 600' sets it"
    }
  }
}
