internal import Invoicing

/// The numbers of sent invoices, cut into series and values.
struct SeriesNumbers {
  struct Place {
    /// The place of what stands before the number among all that do.
    let series: UInt32
    /// The place of the sent invoice in the books.
    let row: Int32
    let value: Int
  }

  private(set) var places: [Place] = []
  private var series = TextTable()
  private let books: Books

  init(_ books: Books) {
    self.books = books
    let (texts, numbers) = (books.texts, books.sent.invoices.number)
    let (starts, arena) = (texts.textStarts, texts.arenaBytes)
    places.reserveCapacity(numbers.count)
    for block in stride(from: 0, to: numbers.count, by: Self.block) {
      // The texts stand anywhere: all are found, and touched, before the first is read, so that
      // memory answers for many at once.
      let rows = block..<min(block + Self.block, numbers.count)
      let ranges = rows.map { row in
        let text = Int(numbers[row].index)
        return starts[text]..<starts[text + 1]
      }
      let lastBytes = ranges.map { $0.isEmpty ? 0 : arena[$0.upperBound - 1] }
      for (place, row) in rows.enumerated() where lastBytes[place] != 0 {
        append(arena.extracting(ranges[place]), of: row)
      }
    }
  }

  private static let block = 256

  /// By series, then value; such as have one number in any order.
  mutating func sort() {
    sort { UInt64($0.value) }
    sort { UInt64($0.series) }
  }

  /// Whether numbers are missing between a place and the one before.
  func isGap(before place: Int) -> Bool {
    let (a, b) = (places[place - 1], places[place])
    return a.series == b.series && b.value > a.value + 1
  }

  /// All places with the number that one of them has.
  func alike(_ place: Int) -> ArraySlice<Place> {
    var (start, end) = (place, place + 1)
    func isAlike(_ other: Int) -> Bool {
      places[other].series == places[place].series && places[other].value == places[place].value
    }
    while start > 0, isAlike(start - 1) { start -= 1 }
    while end < places.count, isAlike(end) { end += 1 }
    return places[start..<end]
  }

  /// The numbers that are missing between two of a series, as many digits long as the first.
  func name(between a: Place, _ b: Place) -> String {
    let texts = books.texts
    let digits = Self.lastDigits(texts.bytes(of: books.sent.invoices.number[Int(a.row)]))
    let prefix = series.string(Text(index: a.series))
    func number(_ value: Int) -> String {
      let text = String(value)
      let zeros = max(0, (digits?.count ?? 0) - text.utf8.count)
      return prefix + String(repeating: "0", count: zeros) + text
    }
    let first = number(a.value + 1)
    return b.value == a.value + 2 ? first : "\(first)..\(number(b.value - 1))"
  }

  private mutating func append(_ number: Span<UInt8>, of row: Int) {
    guard let digits = Self.lastDigits(number), digits.count <= 18 else { return }
    var value = 0
    for i in digits { value = value * 10 + Int(number[i] - 48) }
    let prefix = series.intern(number.extracting(0..<digits.lowerBound))
    places.append(Place(series: prefix.index, row: Int32(row), value: value))
  }

  private static func lastDigits(_ bytes: Span<UInt8>) -> Range<Int>? {
    var end = bytes.count
    while end > 0, bytes[end - 1] &- 48 > 9 { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1] &- 48 < 10 { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// Sorts by a number, eleven bits at a time from the lowest; places that are alike in it stay in
  /// their order.
  private mutating func sort(by number: (Place) -> UInt64) {
    guard let first = places.first else { return }
    var (least, most) = (number(first), number(first))
    for place in places {
      least = min(least, number(place))
      most = max(most, number(place))
    }
    var sorted = places
    var shift: UInt64 = 0
    while (most - least) >> shift > 0 {
      var starts = [Int](repeating: 0, count: 2049)
      for place in places { starts[Int((number(place) - least) >> shift & 2047) + 1] += 1 }
      for digit in 0..<2048 { starts[digit + 1] += starts[digit] }
      for place in places {
        let digit = Int((number(place) - least) >> shift & 2047)
        sorted[starts[digit]] = place
        starts[digit] += 1
      }
      swap(&places, &sorted)
      shift += 11
    }
  }
}
