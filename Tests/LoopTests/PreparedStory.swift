import Foundation
import RepairPlans
import Testing

/// The story played to its end, audited today, its plan approved and signed; made once.
enum PreparedStory {
  private static let made = Result { try make().keptToTheEnd() }

  /// A copy that a test may spoil, with the plan.
  static func copy() throws -> (folder: Folder, plan: RepairPlan) {
    let folder = try Folder(copying: made.get())
    return (folder, try Loop(folder: folder).plan)
  }

  private static func make() throws -> Folder {
    let outer = try Folder()
    try Program.run(
      [Program.built("economy-sandbox"), "story", "--out", "story"], in: outer)
    let folder = try Folder()
    for name in ["books.sqlite", "journal.sqlite", "mirror-engine.toml"] {
      try FileManager.default.moveItem(
        atPath: outer.file("story/\(name)"), toPath: folder.file(name))
    }
    let server = try Server(folder)
    defer { server.stop() }
    let loop = Loop(folder: folder)
    try loop.configure(server.address)
    try loop.audit(drawsPlan: true, codes: [2])
    try loop.approve()
    try loop.sign()
    return folder
  }
}
