internal import Invoicing

/// On which lines the rows of a file begin: mostly one behind their number.
struct LineNumbering {
  /// From which row on a line is so far from its row's number.
  private var distances: [(ordinal: UInt32, distance: Int)] = []

  /// Sets down where a row begins; rows come in their order.
  @inline(__always)
  mutating func note(_ row: RowPlace) {
    let distance = row.line &- Int(row.ordinal)
    if distances.last?.distance != distance { distances.append((row.ordinal, distance)) }
  }

  /// The lines of rows that were set down, in their order.
  func lines(of ordinals: RowNumbers) -> [UInt32] {
    var next = 0
    var distance = 0
    return (0..<ordinals.count).map { row in
      let ordinal = ordinals[row]
      while next < distances.count, distances[next].ordinal <= ordinal {
        distance = distances[next].distance
        next += 1
      }
      return UInt32(clamping: Int(ordinal) + distance)
    }
  }
}
