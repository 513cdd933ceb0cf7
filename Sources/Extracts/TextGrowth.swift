internal import Invoicing

/// How many texts there were before some rows, to make room for those that more rows bring.
struct TextGrowth {
  private let texts: Int
  private let hashed: Int
  private let bytes: Int

  init(since table: TextTable) {
    texts = table.count
    hashed = table.hashedCount
    bytes = table.arenaBytes.count
  }

  /// Makes room, if the others of the file, so many times these rows, are like them; in the first
  /// file as if all were like it: room that nothing is written to costs nothing, and to move later
  /// what is there costs much.
  func makeRoom(in table: inout TextTable, rows: Double, ofAllFiles all: Double, isFirst: Bool) {
    func grown(_ before: Int, _ now: Int, _ times: Double) -> Int {
      before + Int(Double(now - before) * times)
    }
    table.reserve(
      grown(texts, table.count, isFirst ? all : rows),
      hashed: grown(hashed, table.hashedCount, rows),
      bytes: grown(bytes, table.arenaBytes.count, isFirst ? all : rows))
  }
}
