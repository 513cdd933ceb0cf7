internal import Invoicing

/// The row of a ledger by its id.
struct RowPlaces: Sendable {
  /// By text, from `base` on; -1: no row has it.
  private var rows: [Int32]
  private let base: Int

  /// The first row of each id that is not absent.
  init(_ ids: [Text]) {
    var (least, most) = (Int.max, -1)
    for id in ids where id.index != 0 {
      least = min(least, Int(id.index))
      most = max(most, Int(id.index))
    }
    base = most < 0 ? 0 : least
    rows = Array(repeating: -1, count: most < 0 ? 0 : most + 1 - base)
    for row in ids.indices.reversed() where ids[row].index != 0 {
      rows[Int(ids[row].index) - base] = Int32(row)
    }
  }

  /// The row that has an id, or nil.
  func first(_ id: Text) -> Int? {
    let place = row(id)
    return place < 0 ? nil : Int(place)
  }

  /// The row that has an id, or -1.
  func row(_ id: Text) -> Int32 {
    let place = Int(id.index) - base
    return place >= 0 && place < rows.count ? rows[place] : -1
  }
}
