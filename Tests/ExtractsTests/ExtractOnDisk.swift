import Extracts
import Foundation
import Invoicing

/// An extract in a folder of its own, which goes when the value does.
final class ExtractOnDisk {
  let url: URL

  /// The smallest extract, with these files instead of its own or besides them.
  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "extract-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in Self.smallest.merging(files, uniquingKeysWith: { $1 }) {
      try write(Array(text.utf8), name)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path(percentEncoded: false) }

  func write(_ bytes: [UInt8], _ name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: name))
  }

  func read(quarantine: Bool = false) throws(ExtractFailure) -> BooksDraft {
    try ExtractReader.read(folder: path, quarantine: quarantine)
  }

  /// What reading prints; empty where it succeeds.
  func failure(quarantine: Bool = false) -> String {
    do {
      _ = try read(quarantine: quarantine)
      return ""
    } catch {
      return error.description
    }
  }

  /// The least that an extract must have.
  static let smallest = [
    "extract.json": """
    {"format": "mirror-extract/1", "group": "Group AB", "taken_at": "2023-05-31T06:00:00Z"}
    """,
    "received.csv": """
    id,supplier,number,kind,issue_date,currency,net,vat,gross,status
    R1,Konsult A,A-1,invoice,2023-04-03,SEK,1000.00,250.00,1250.00,booked

    """,
    "sent.csv": """
    id,customer,kind,issue_date,currency,net,vat,gross,status
    S1,Kund K,invoice,2023-04-04,SEK,1000.00,250.00,1250.00,sent

    """,
    "processed.csv": """
    received_id,processed
    R1,true

    """,
  ]
}
