/// On which lines of a file of faults its settings stand.
struct FaultPlaces {
  /// The lines of each fault, from its header on; the first are those before any.
  private var blocks: [[(line: Int, key: String)]] = [[]]
  private var headers: [Int] = [1]

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() {
      let words = line.filter { $0 != " " && $0 != "\t" && $0 != "\r" }
      if words.hasPrefix("[[fault]]") {
        blocks.append([])
        headers.append(place + 1)
      } else {
        blocks[blocks.count - 1].append((place + 1, Self.key(words)))
      }
    }
  }

  /// Of a setting beside the faults.
  func line(of key: String) -> Int? {
    blocks.joined().first { $0.key == key }?.line ?? headers.dropFirst().first
  }

  /// Of a fault's setting, or of the fault where it is not there.
  func line(of key: String?, inFault fault: Int) -> Int? {
    guard fault + 1 < blocks.count else { return line(of: "fault") }
    return blocks[fault + 1].first { $0.key == key }?.line ?? headers[fault + 1]
  }

  private static func key(_ words: String) -> String {
    String(words.prefix { $0 != "=" }.filter { !"[]\"'".contains($0) })
  }
}
