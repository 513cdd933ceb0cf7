internal import CLibXML2

/// The library's state that is not a document's: set once a process, and once a thread.
enum LibXML2 {
  private static let isPrepared: Bool = {
    mirror_xml_prepare_process()
    return true
  }()

  /// To be called before any other use of libxml2, on the thread that uses it.
  static func enter() {
    precondition(isPrepared)
    unsafe mirror_xml_route_errors(nil, ignore)
  }

  /// Sends errors that belong to no parser of ours to `receive` while `body` runs, on this thread.
  static func routingErrors<Result>(
    to context: UnsafeMutableRawPointer,
    _ receive: @escaping StructuredErrorReceiver,
    during body: () -> Result
  ) -> Result {
    unsafe mirror_xml_route_errors(context, receive)
    defer { unsafe mirror_xml_route_errors(nil, ignore) }
    return body()
  }

  typealias StructuredErrorReceiver =
    @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<xmlError>?) -> Void

  private static let ignore: StructuredErrorReceiver = { _, _ in }
}
