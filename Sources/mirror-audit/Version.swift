internal import Reporting

/// What this program is.
enum Version {
  static let program = ProgramVersion(name: "mirror-audit", version: "0.1.0", rules: "1")
}
