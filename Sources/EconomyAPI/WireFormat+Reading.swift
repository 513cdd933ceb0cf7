internal import XML

extension WireFormat {
  /// The whole body as a tree; in XML its root is one of these.
  func read(
    _ body: [UInt8], within limits: BodyLimits, roots: [String]
  ) throws(BodyFault) -> WireValue {
    guard body.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes, .bytes) }
    guard !body.isEmpty else { throw .malformed(line: 1, column: 1, .empty) }
    switch self {
    case .json:
      return try JSONReader.read(body, values: limits.values)
    case .xml:
      return try XMLTreeReader.read(body, values: limits.values, roots: roots)
    }
  }
}
