import Foundation
import Testing

/// The books as the engine itself extracts them.
struct BooksNow {
  let received: [[String: String]]
  let sent: [[String: String]]
  let processed: [[String: String]]
  let attempts: [[String: String]]

  init(_ sandbox: Sandbox) throws {
    let folder = sandbox.folder
    let result = try Program.engine("extract", "--out", "now", in: folder)
    try #require(result.code == 0, "\(result.errors)")
    received = try Self.rows(folder, "now/received.csv")
    sent = try Self.rows(folder, "now/sent.csv")
    processed = try Self.rows(folder, "now/processed.csv")
    attempts = folder.has("now/attempts.csv") ? try Self.rows(folder, "now/attempts.csv") : []
  }

  /// What is wrong: received invoices without exactly one live mirror and a flag that names it.
  var wrong: [String] {
    received.compactMap { invoice in
      let id = invoice["id"] ?? ""
      let live = sent.filter { $0["mirror_of"] == id && $0["status"] != "cancelled" }
      let flag = processed.first { $0["received_id"] == id && $0["processed"] == "true" }
      let isRight = live.count == 1 && flag != nil && flag?["mirror_id"] == live.first?["id"]
      return isRight ? nil : "\(id) has \(live.count) mirrors, flag \(flag ?? [:])"
    }
  }

  /// The received invoices that are mirrored more than once, or flagged without a mirror.
  var broken: [String] {
    received.compactMap { invoice in
      let id = invoice["id"] ?? ""
      let live = sent.filter { $0["mirror_of"] == id && $0["status"] != "cancelled" }
      let isFlagged = processed.contains { $0["received_id"] == id && $0["processed"] == "true" }
      return live.count > 1 || (isFlagged && live.isEmpty) ? "\(id): \(live.count)" : nil
    }
  }

  /// Drawn books have no quotes in the columns that are looked at.
  static func rows(_ folder: Folder, _ name: String) throws -> [[String: String]] {
    let lines = try folder.text(name).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let columns = try #require(lines.first)
    return lines.dropFirst().map {
      Dictionary(zip(columns, $0), uniquingKeysWith: { first, _ in first })
    }
  }
}
