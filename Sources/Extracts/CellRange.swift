/// Where a cell's text stands in a buffer of less than 4 GiB, in eight bytes.
typealias CellRange = Range<UInt32>

extension CellRange {
  init(start: UInt32, end: UInt32) { self = start..<end }

  /// The place of an absent text.
  static var empty: Self { Self(start: 0, end: 0) }

  var start: UInt32 { lowerBound }

  var end: UInt32 { upperBound }

  var bounds: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
