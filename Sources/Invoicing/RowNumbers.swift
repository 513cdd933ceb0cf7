/// The numbers of data rows in their file, in ascending order; the first row is 1.
///
/// Where no row was set aside they are 1, 2, 3 …, and take no memory.
package struct RowNumbers: Sendable {
  /// All numbers once one is not its place's, none before.
  private var numbers: [UInt32] = []
  package private(set) var count = 0

  /// So many, from 1 on.
  package init(upTo count: Int = 0) { self.count = count }

  /// These, in ascending order.
  package init(_ numbers: some Sequence<UInt32>) {
    self.init()
    for number in numbers { append(number) }
  }

  package subscript(row: Int) -> UInt32 {
    numbers.isEmpty ? UInt32(truncatingIfNeeded: row + 1) : numbers[row]
  }

  /// Whether they are 1, 2, 3 … to the last.
  package var arePlain: Bool { numbers.isEmpty }

  /// Appends the number of the next row.
  package mutating func append(_ number: UInt32) {
    let isPlain = Int(number) == count + 1
    if numbers.isEmpty, !isPlain { numbers = (0..<count).map { UInt32($0 + 1) } }
    if !numbers.isEmpty || !isPlain { numbers.append(number) }
    count += 1
  }

  /// Where a number stands; nil: nowhere.
  package func place(of number: UInt32) -> Int? {
    // Most often no row was set aside, and row n stands at n - 1.
    let guess = Int(number) - 1
    if guess >= 0, guess < count, self[guess] == number { return guess }
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }
}
