#if FUZZING
  internal import Glibc

  /// What libFuzzer calls with each input; the environment's `MIRROR_FUZZ` names the target.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func mirrorFuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // libFuzzer's bytes hold for the call, and are copied here.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    do {
      try FuzzedTarget.chosen.check(bytes)
    } catch {
      print("\(error)")
      fflush(nil)
      fatalError("a promise is broken")
    }
    return 0
  }

  private enum FuzzedTarget {
    static let chosen: Target = {
      let name = unsafe getenv("MIRROR_FUZZ").map { unsafe String(cString: $0) } ?? ""
      guard let target = Target(rawValue: name) else {
        fatalError("MIRROR_FUZZ is one of \(Target.allCases.map(\.rawValue)), not '\(name)'")
      }
      return target
    }()
  }
#endif
