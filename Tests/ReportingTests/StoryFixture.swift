internal import Auditing
internal import Extracts
internal import Foundation
internal import Invoicing
internal import Testing

/// The books of `Fixtures/april-2023`, as they are and as they were four weeks before.
enum StoryFixture {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/april-2023")

  static func books() throws -> Books { Books(try ExtractReader.read(folder: folder.path)) }

  static func story(of receivedID: String) throws -> CaseStory {
    try #require(CaseStory(of: receivedID, in: try books()))
  }

  /// The same on 13 April, before the mirrors of the mileage were deleted, with another source of
  /// 1029, less credited of 1024, and 1013 not paid yet.
  static func booksBefore(in temporary: TemporaryFolder) throws -> Books {
    let copy = URL(fileURLWithPath: temporary.path).appendingPathComponent("before")
    try FileManager.default.copyItem(at: folder, to: copy)
    try rewrite("extract.json", in: copy) { $0.replacing("2023-05-31", with: "2023-04-13") }
    for file in ["received", "sent", "processed", "source", "lines", "attempts"] {
      try rewrite("\(file).csv", in: copy) { early($0, file) }
    }
    return Books(try ExtractReader.read(folder: copy.path))
  }

  /// The line as it was then; nil where it was not there yet.
  private static func early(_ line: String, _ file: String) -> String? {
    let id = Int(line.prefix { $0 != "," }) ?? 0
    switch file {
    case "received":
      return id >= 1047 ? nil : id == 1013 ? line.replacing("paid", with: "open") : line
    case "processed": return id >= 1044 ? nil : line
    case "attempts": return id >= 1047 || line.contains("2023-04-15") ? nil : line
    case "lines":
      let invoice = line.split(separator: ",").dropFirst().first.flatMap { Int($0) } ?? 0
      return (1047..<2000).contains(invoice) || invoice >= 5054 ? nil : line
    case "source":
      let isLater = line.contains(/,2023-0(4-1[4-9]|4-[23]|5)/)
      return isLater
        ? nil : line.replacing("43120.00,10780.00,,53900.00", with: "43000,10750,,53750")
    default: return id >= 5054 ? nil : earlySent(line, id)
    }
  }

  private static func earlySent(_ line: String, _ id: Int) -> String {
    switch id {
    case 5029: line.replacing("-4600.00,-1150.00,,-5750.00", with: "-2300.00,-575.00,,-2875.00")
    case 5051...5053:
      line.replacing(/deleted|cancelled/, with: "sent").replacing(/2023-04-14T[0-9:]*Z/, with: "")
    default: line
    }
  }

  private static func rewrite(
    _ name: String, in folder: URL, _ change: (String) -> String?
  ) throws {
    let url = folder.appendingPathComponent(name)
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let lines = text.components(separatedBy: "\n").compactMap(change)
    try Data(lines.joined(separator: "\n").utf8).write(to: url)
  }
}
