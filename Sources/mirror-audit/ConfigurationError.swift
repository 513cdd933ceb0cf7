/// Why a configuration cannot be used.
struct ConfigurationError: Error, CustomStringConvertible {
  let path: String
  let detail: String

  var description: String { "\(path): \(detail)" }
}
