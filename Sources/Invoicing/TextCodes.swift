/// Numbers for the texts of one file, which whoever cuts it can give without the books.
///
/// A code is 0 for an absent text; 1 for one that is to be looked up by its bytes; else, shifted,
/// the number of its prefix among those of the file, and the three digits at its end.
package struct TextCodes: Sendable {
  private var prefixes = SerialPrefixes()
  /// Those that `takeNewPrefixes` has not given away yet.
  private var newPrefixes: [SerialPrefix] = []

  /// Beyond, a file's texts are too far from each other for codes to be of use.
  private static let mostPrefixes = 1 << 16

  package init() {}

  /// The code of a text that is to be looked up by its bytes.
  package static let byBytes: UInt32 = 1

  /// The codes of a column of cells, each so many behind the one before.
  package mutating func codes(
    of cells: Span<Range<UInt32>>, from first: Int, by stride: Int, count: Int,
    in bytes: Span<UInt8>
  ) -> [UInt32] {
    var codes: [UInt32] = []
    codes.reserveCapacity(count)
    var place = first
    for _ in 0..<count {
      codes.append(code(of: cells[place], in: bytes))
      place &+= stride
    }
    return codes
  }

  @inline(__always)
  private mutating func code(of cell: Range<UInt32>, in bytes: Span<UInt8>) -> UInt32 {
    guard let text = SerialText(bytes, in: cell) else { return cell.isEmpty ? 0 : Self.byBytes }
    var number = prefixes[text.prefix]
    if number == 0 {
      guard prefixes.count < Self.mostPrefixes else { return Self.byBytes }
      number = prefixes.add(text.prefix)
      newPrefixes.append(text.prefix)
    }
    return number << SerialTexts.pageBits | text.number
  }

  /// The prefixes that came since the last time, in the order of their numbers.
  package mutating func takeNewPrefixes() -> [SerialPrefix] {
    defer { newPrefixes = [] }
    return newPrefixes
  }
}
