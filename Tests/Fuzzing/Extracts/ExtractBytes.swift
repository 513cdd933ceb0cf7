internal import Invoicing

/// The tables of an extract in one run of bytes.
///
/// A group separator (U+001D) begins a table, and the letter behind it says which; what stands
/// before the first is `received.csv`. Of a table that stands there twice the last counts.
enum ExtractBytes {
  private static let separator: UInt8 = 0x1d

  /// The files that are there, in the order in which an extract is read.
  static func tables(in bytes: [UInt8]) -> [(file: ExtractFile, bytes: [UInt8])] {
    let parts = bytes.split(
      separator: separator, maxSplits: 12, omittingEmptySubsequences: false)
    var tables: [ExtractFile: [UInt8]] = [:]
    if let first = parts.first, !first.isEmpty { tables[.received] = Array(first) }
    for part in parts.dropFirst() {
      guard let letter = part.first, let file = file(letter) else { continue }
      tables[file] = Array(part.dropFirst())
    }
    return ExtractFile.allCases.compactMap { file in tables[file].map { (file, $0) } }
  }

  private static func file(_ letter: UInt8) -> ExtractFile? {
    switch letter {
    case UInt8(ascii: "r"): .received
    case UInt8(ascii: "s"): .sent
    case UInt8(ascii: "p"): .processed
    case UInt8(ascii: "o"): .source
    case UInt8(ascii: "l"): .lines
    case UInt8(ascii: "f"): .attachments
    case UInt8(ascii: "a"): .attempts
    default: nil
    }
  }
}
