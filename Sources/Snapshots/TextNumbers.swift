internal import Invoicing

/// A number, from 1 on, for some texts of a table; 0 for all others, and for the absent one.
package struct TextNumbers: Sendable {
  /// By the text's index, as far as any text has one.
  private var numbers: [UInt32]

  /// Each id has the row number of its invoice, of several the first's.
  init(ids: [Text], rows: RowNumbers) {
    numbers = Array(repeating: 0, count: Self.end(of: [ids]))
    for place in ids.indices.reversed() where !ids[place].isAbsent {
      numbers[Int(ids[place].index)] = rows[place]
    }
  }

  /// Numbers the texts of columns in the order in which they first stand there, and hands them
  /// over in that order.
  init(of columns: [[Text]], _ add: (Text) -> Void) {
    numbers = Array(repeating: 0, count: Self.end(of: columns))
    var last: UInt32 = 0
    for column in columns {
      for text in column where numbers[Int(text.index)] == 0 && !text.isAbsent {
        last += 1
        numbers[Int(text.index)] = last
        add(text)
      }
    }
  }

  /// No text has a number.
  init() { numbers = [] }

  @inline(__always)
  subscript(text: Text) -> UInt32 {
    Int(text.index) < numbers.count ? numbers[Int(text.index)] : 0
  }

  private static func end(of columns: [[Text]]) -> Int {
    var last: UInt32 = 0
    for column in columns {
      for text in column { last = max(last, text.index) }
    }
    return Int(last) + 1
  }
}
