/// A file that is written from front to back, a quarter of a megabyte at a time.
struct OutputFile: ~Copyable {
  private static let capacity = 256 * 1024

  private let path: String
  private var descriptor: CInt
  private var held: [UInt8] = []

  /// Creates the file, or empties it.
  init(path: String) throws(ReportError) {
    self.path = path
    descriptor = try POSIX.openToWrite(path)
    held.reserveCapacity(Self.capacity + 4096)
  }

  deinit {
    if descriptor >= 0 { POSIX.abandon(descriptor) }
  }

  mutating func append(_ byte: UInt8) { held.append(byte) }

  mutating func append(_ bytes: some Collection<UInt8>) { held.append(contentsOf: bytes) }

  /// Gives the operating system what is held, once there is enough of it.
  mutating func drain() throws(ReportError) {
    if held.count >= Self.capacity { try flush() }
  }

  /// Ends the file, and returns once the disk has it.
  mutating func close() throws(ReportError) {
    try flush()
    try POSIX.sync(descriptor, path)
    let descriptor = descriptor
    self.descriptor = -1
    try POSIX.close(descriptor, path)
  }

  private mutating func flush() throws(ReportError) {
    try POSIX.write(held, to: descriptor, path)
    held.removeAll(keepingCapacity: true)
  }
}
