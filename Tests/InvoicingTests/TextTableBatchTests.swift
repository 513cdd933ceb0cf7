import Invoicing
import Testing

@Suite struct TextTableBatchTests {
  /// Texts of all lengths, many of them alike but for one byte.
  private static let texts: [[UInt8]] = (0..<4000).map { n in
    let length = n % 29
    return (0..<length).map { UInt8(truncatingIfNeeded: $0 == n % max(length, 1) ? n / 29 : 97) }
  }

  @Test func `equal texts have equal handles, and keep their bytes`() {
    var table = TextTable()
    var known: [[UInt8]: Text] = [[]: .absent]
    for text in Self.texts {
      let handle = table.intern(text.span)
      #expect(known[text, default: handle] == handle)
      known[text] = handle
    }
    #expect(table.count == known.count)
    for (text, handle) in known {
      #expect(table.find(text.span) == handle)
      #expect(table.string(handle) == String(decoding: text, as: UTF8.self))
    }
    #expect(table.find("not there") == nil)
    #expect(table.find("no") == nil)
  }

  @Test func `many texts at once have the handles that they have one by one`() {
    var one = TextTable()
    var many = TextTable()
    var buffer: [UInt8] = []
    var places: [Range<UInt32>] = []
    for text in Self.texts + Self.texts.reversed() {
      places.append(
        UInt32(buffer.count)..<UInt32(buffer.count + text.count))
      buffer += text
    }
    let handles = stride(from: 0, to: places.count, by: 700).flatMap { start in
      many.intern(Array(places[start..<min(start + 700, places.count)]), of: buffer.span)
    }
    #expect(
      handles
        == places.map {
          one.intern(buffer.span.extracting(Int($0.lowerBound)..<Int($0.upperBound)))
        })
    #expect(many.count == one.count)
  }

  @Test func `a table that has room is the same table`() {
    var table = TextTable()
    table.reserve(100_000, hashed: 50_000)
    #expect(table.intern("a") == Text(index: 1))
    #expect(table.intern("abcdefgh") == Text(index: 2))
    #expect(table.intern("abcdefghi") == Text(index: 3))
    #expect(table.find("abcdefghi") == Text(index: 3))
    #expect(table.count == 4)
  }

  @Test func `numbers, and what looks like them, are told apart`() {
    let numbers = [0, 1, 9, 10, 99, 100, 999, 1023, 1024, 65_535, 999_999, 1_000_000, 9_999_999]
    var texts: Set<String> = ["1.5", "-1", "+1", "１", "1 ", "10000000", "99999999", "12345678901"]
    for number in numbers {
      texts.formUnion(["\(number)", "0\(number)", "00\(number)"])
      for byte in ["/", ":", "?", "@", "p", " "] {
        texts.formUnion(["\(number)\(byte)", "\(byte)\(number)", "\(number)\(byte)\(number)"])
      }
    }
    let sorted = texts.sorted()
    let buffer = Array(sorted.joined().utf8)
    var places: [Range<UInt32>] = []
    for text in sorted {
      let start = places.last?.upperBound ?? 0
      places.append(start..<start + UInt32(text.utf8.count))
    }
    var table = TextTable()
    let handles = table.intern(places, of: buffer.span)
    #expect(Set(handles).count == sorted.count)
    #expect(table.intern(places, of: buffer.span) == handles)
    for (text, handle) in zip(sorted, handles) {
      #expect(table.find(text) == handle)
      #expect(table.string(handle) == text)
    }
    #expect(table.find("2") == nil)
    #expect(table.find("1234567") == nil)
  }
}
