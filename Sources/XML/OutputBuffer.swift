internal import CLibXML2

/// Bytes on their way to a file, 64 KB at a time, or kept in memory.
@safe
struct OutputBuffer: ~Copyable {
  private static let capacity = 64 * 1024

  // Holds because it is of `capacity` bytes, freed only by `deinit`, and `used` never exceeds that.
  private let bytes: UnsafeMutablePointer<UInt8>
  private var used = 0
  private var descriptor: CInt
  private let path: String
  private let closesDescriptor: Bool
  /// Where the same bytes go too; -1: nowhere.
  private let copy: CInt
  /// What was written, where no file is.
  private(set) var kept: [UInt8] = []
  private let keeps: Bool

  /// Keeps the bytes in memory, with room for so many: nothing is thrown.
  init(reserving count: Int = 0) {
    kept.reserveCapacity(count)
    (copy, descriptor, path, closesDescriptor, keeps) = (-1, -1, "", false, true)
    unsafe bytes = .allocate(capacity: Self.capacity)
  }

  /// Where the bytes begin that the copy lacks; nil: it gets none for now.
  private var copyStart: Int? = 0

  init(path: String, copyTo copy: CInt = -1) throws(XMLWriteError) {
    let descriptor = unsafe mirror_open_to_write(path)
    guard descriptor >= 0 else {
      throw XMLWriteError(path: path, step: .open, code: mirror_errno())
    }
    self.init(descriptor: descriptor, path: path, closesDescriptor: true, copyTo: copy)
  }

  init(descriptor: CInt, path: String, closesDescriptor: Bool, copyTo copy: CInt = -1) {
    self.copy = copy
    keeps = false
    unsafe bytes = .allocate(capacity: Self.capacity)
    self.descriptor = descriptor
    self.path = path
    self.closesDescriptor = closesDescriptor
  }

  deinit {
    unsafe bytes.deallocate()
    if closesDescriptor, descriptor >= 0 { _ = CLibXML2.close(descriptor) }
  }

  /// How many bytes are kept in memory.
  var keptCount: Int { kept.count + used }

  mutating func append(_ text: StaticString) throws(XMLWriteError) {
    try unsafe append(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ byte: UInt8) throws(XMLWriteError) {
    if used == Self.capacity { try flush() }
    put(byte)
  }

  mutating func append(_ run: UnsafeBufferPointer<UInt8>) throws(XMLWriteError) {
    if used + run.count > Self.capacity { try flush() }
    guard run.count <= Self.capacity else { return try unsafe write(run) }
    unsafe put(run)
  }

  /// Writes ` name="value"`, the value escaped.
  mutating func appendAttribute(
    _ name: StaticString, _ value: UnsafeBufferPointer<UInt8>
  ) throws(XMLWriteError) {
    let name = unsafe UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    let count = name.count + value.count + 4
    guard count <= Self.capacity, unsafe Self.isPlain(value) else {
      try append(UInt8(ascii: " "))
      try unsafe append(name)
      try append("=\"")
      try unsafe appendEscaped(value, in: .attribute)
      return try append(UInt8(ascii: "\""))
    }
    if used + count > Self.capacity { try flush() }
    // There is room for all of it.
    put(UInt8(ascii: " "))
    unsafe put(name)
    put(UInt8(ascii: "="))
    put(UInt8(ascii: "\""))
    unsafe put(value)
    put(UInt8(ascii: "\""))
  }

  /// Begins a line, two spaces in for each level.
  mutating func appendBreak(levels: Int) throws(XMLWriteError) {
    guard levels < Self.capacity / 4 else {
      try append(UInt8(ascii: "\n"))
      for _ in 0..<levels { try append("  ") }
      return
    }
    if used + 1 + levels * 2 > Self.capacity { try flush() }
    // There is room for all of it.
    put(UInt8(ascii: "\n"))
    unsafe (bytes + used).update(repeating: UInt8(ascii: " "), count: levels * 2)
    used += levels * 2
  }

  /// There must be room for it.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    unsafe bytes[used] = byte
    used += 1
  }

  /// There must be room for it.
  @inline(__always)
  private mutating func put(_ run: UnsafeBufferPointer<UInt8>) {
    guard let start = run.baseAddress else { return }
    unsafe (bytes + used).update(from: start, count: run.count)
    used += run.count
  }

  /// Whether what follows goes to the copy too.
  mutating func setCopied(_ isCopied: Bool) throws(XMLWriteError) {
    guard isCopied != (copyStart != nil) else { return }
    try writeCopy()
    copyStart = isCopied ? used : nil
  }

  /// Writes what is held, and waits until the disk has it.
  ///
  /// Something that cannot be synced, such as a pipe, is left at that.
  mutating func close() throws(XMLWriteError) {
    try flush()
    if keeps { return }
    if fsync(descriptor) != 0, mirror_errno() != EINVAL, mirror_errno() != EROFS {
      throw failure(.sync)
    }
    guard closesDescriptor else { return }
    let result = CLibXML2.close(descriptor)
    descriptor = -1
    if result != 0 { throw failure(.close) }
  }

  private mutating func flush() throws(XMLWriteError) {
    try writeCopy()
    let held = unsafe UnsafeBufferPointer(start: bytes, count: used)
    used = 0
    if keeps { return unsafe kept.append(contentsOf: held) }
    if copyStart != nil { copyStart = 0 }
    try unsafe write(held, to: descriptor)
  }

  /// A run that is longer than what is ever held.
  private mutating func write(_ run: UnsafeBufferPointer<UInt8>) throws(XMLWriteError) {
    if keeps { return unsafe kept.append(contentsOf: run) }
    try unsafe write(run, to: descriptor)
    if copy >= 0, copyStart != nil { try unsafe write(run, to: copy) }
  }

  private func writeCopy() throws(XMLWriteError) {
    guard copy >= 0, let copyStart, copyStart < used else { return }
    try unsafe write(
      UnsafeBufferPointer(start: bytes + copyStart, count: used - copyStart), to: copy)
  }

  private func write(
    _ run: UnsafeBufferPointer<UInt8>, to descriptor: CInt
  ) throws(XMLWriteError) {
    var rest = unsafe UnsafeRawBufferPointer(run)[...]
    while unsafe !rest.isEmpty {
      let piece = unsafe UnsafeRawBufferPointer(rebasing: rest)
      let count = unsafe CLibXML2.write(descriptor, piece.baseAddress, piece.count)
      if count < 0, mirror_errno() == EINTR { continue }
      guard count > 0 else { throw failure(.write) }
      unsafe rest = unsafe rest.dropFirst(count)
    }
  }

  private func failure(_ step: XMLWriteError.Step) -> XMLWriteError {
    XMLWriteError(path: path, step: step, code: mirror_errno())
  }
}
