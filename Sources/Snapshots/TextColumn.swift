internal import Invoicing

/// A column of texts that is being read; their handles are asked for many at a time, which a
/// large table answers much faster.
struct TextColumn {
  private var texts: [Text] = []
  private var bytes: [UInt8] = []
  private var places: [Range<UInt32>] = []

  private static let batch = 1024

  mutating func append(_ text: Span<UInt8>, _ table: inout TextTable) {
    let start = UInt32(bytes.count)
    // The buffer pointer lives no longer than the span that it is of.
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    places.append(start..<UInt32(bytes.count))
    // A text is below 2^31 bytes, so one more always fits.
    if places.count == Self.batch || bytes.count > 1 << 30 { flush(&table) }
  }

  /// The handles of all texts in their order.
  mutating func finish(_ table: inout TextTable) -> [Text] {
    flush(&table)
    return texts
  }

  private mutating func flush(_ table: inout TextTable) {
    texts.append(contentsOf: table.intern(places, of: bytes.span))
    places.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}
