internal import Glibc

/// The exit codes of the simulator.
enum Termination {
  static func fail() -> Never { exit(1) }

  static func misuse() -> Never { exit(64) }
}
