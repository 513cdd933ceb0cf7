internal import CLibXML2

enum SystemMessage {
  /// What errno(3) means, in the C library's words.
  static func of(_ code: CInt) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
