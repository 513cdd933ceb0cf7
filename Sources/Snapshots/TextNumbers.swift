internal import Invoicing

/// A number, from 1 on, for some texts of a table; 0 for all others, and for the absent one.
package struct TextNumbers: Sendable {
  /// By the text's index, from `base` to the last that has one.
  private var numbers: [UInt32]
  private let base: Int

  /// Each id has the row number of its invoice, of several the first's.
  init(ids: [Text], rows: RowNumbers) {
    let indices = Self.indices(of: [ids])
    base = indices.lowerBound
    numbers = Array(repeating: 0, count: indices.count)
    for place in ids.indices.reversed() where !ids[place].isAbsent {
      numbers[Int(ids[place].index) - base] = rows[place]
    }
  }

  /// Numbers the texts of columns in the order in which they first stand there, and hands them
  /// over in that order.
  init(of columns: [[Text]], _ add: (Text) -> Void) {
    let indices = Self.indices(of: columns)
    base = indices.lowerBound
    numbers = Array(repeating: 0, count: indices.count)
    var last: UInt32 = 0
    for column in columns {
      for text in column where !text.isAbsent && numbers[Int(text.index) - base] == 0 {
        last += 1
        numbers[Int(text.index) - base] = last
        add(text)
      }
    }
  }

  /// No text has a number.
  init() { (numbers, base) = ([], 0) }

  @inline(__always)
  subscript(text: Text) -> UInt32 {
    let place = Int(text.index) - base
    return place >= 0 && place < numbers.count ? numbers[place] : 0
  }

  /// From the least index of a text to the greatest, the absent one's aside.
  private static func indices(of columns: [[Text]]) -> Range<Int> {
    var (first, end) = (UInt32.max, UInt32.min)
    for column in columns {
      for text in column where !text.isAbsent {
        first = min(first, text.index)
        end = max(end, text.index + 1)
      }
    }
    return first < end ? Int(first)..<Int(end) : 0..<0
  }
}
