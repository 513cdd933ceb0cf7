#if !FUZZING
  internal import Foundation

  /// Built without a fuzzer: hands files in at a target, and says which of them break a promise.
  @main
  enum Replay {
    static func main() {
      let arguments = CommandLine.arguments.dropFirst()
      guard let target = arguments.first.flatMap({ Target(rawValue: $0) }), arguments.count > 1
      else {
        print("usage: Fuzzing \(Target.allCases.map(\.rawValue).joined(separator: "|")) FILE…")
        exit(64)
      }
      let broken = arguments.dropFirst().filter { !isKept(target, $0) }
      print("\(arguments.count - 1) files, \(broken.count) that break a promise")
      exit(broken.isEmpty ? 0 : 1)
    }

    private static func isKept(_ target: Target, _ path: String) -> Bool {
      do {
        try target.check(Array(Data(contentsOf: URL(fileURLWithPath: path))))
        return true
      } catch {
        print("\(path): \(error)")
        return false
      }
    }
  }
#endif
