/// Elements by id, listed in the order of their ids.
struct Register<Item: Sendable>: Sendable {
  private(set) var ids: [Int64] = []
  private var items: [Int64: Item] = [:]

  var count: Int { ids.count }

  subscript(id: Int64) -> Item? { items[id] }

  /// Adds an element or replaces it.
  ///
  /// Ids are given in rising order, so that a new one mostly goes to the end.
  mutating func set(_ id: Int64, _ item: Item) {
    guard items.updateValue(item, forKey: id) == nil else { return }
    if let last = ids.last, last > id {
      ids.insert(id, at: place(of: id))
    } else {
      ids.append(id)
    }
  }

  mutating func remove(_ id: Int64) {
    guard items.removeValue(forKey: id) != nil else { return }
    ids.remove(at: place(of: id))
  }

  /// The elements with these ids that are there.
  func items(_ ids: some Sequence<Int64>) -> [Item] { ids.compactMap { items[$0] } }

  /// The first place whose id is not smaller.
  private func place(of id: Int64) -> Int {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
