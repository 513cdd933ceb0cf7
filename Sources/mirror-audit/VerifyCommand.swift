internal import ArgumentParser
internal import Foundation
internal import Invoicing
internal import Snapshots
internal import Workspaces

/// Checks that snapshots are as they were made, to the byte.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that snapshots are as they were made, to the byte.")

  @Argument(
    help: ArgumentHelp(
      "Snapshots' paths, or the beginnings of their identities. (default: all of the workspace)",
      valueName: "snapshot"))
  var snapshots: [String] = []

  @OptionGroup var common: SharedOptions

  private struct Answer: Encodable {
    let snapshot: String
    let identity: String?
    let problems: [String]
  }

  func run() throws {
    try Failure.reported {
      let configuration = try common.load()
      let workspace = try Workspace.open(configuration.workspaceFolder, create: false)
      let answers = try found(in: workspace).map(verify)
      try tell(answers, asJSON: configuration.isForScripts)
      if answers.contains(where: { !$0.problems.isEmpty }) {
        throw ExitCode(Outcome.failure.rawValue)
      }
    }
  }

  private func found(in workspace: Workspace) throws -> [FoundSnapshot] {
    if !snapshots.isEmpty { return try snapshots.map { try workspace.findToVerify($0) } }
    let all = try workspace.snapshots()
    guard !all.isEmpty else { throw WorkspaceError.noSnapshots(path: workspace.path) }
    return all.map { FoundSnapshot(path: workspace.path(of: $0), registered: $0) }
  }

  private func verify(_ snapshot: FoundSnapshot) -> Answer {
    Answer(
      snapshot: snapshot.path, identity: snapshot.registered?.identity,
      problems: SnapshotVerification.verify(
        snapshot.path, expectedFileDigest: snapshot.registered?.fileDigest))
  }

  private func tell(_ answers: [Answer], asJSON: Bool) throws {
    if asJSON {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Terminal.write(String(decoding: try encoder.encode(answers), as: UTF8.self) + "\n")
      return
    }
    for answer in answers {
      let known =
        answer.identity == nil ? " (not of this workspace: its file's digest is unknown)" : ""
      Terminal.write(
        answer.problems.isEmpty
          ? "\(answer.snapshot): intact\(known)\n"
          : answer.problems.map { "\(answer.snapshot): \($0)\n" }.joined())
    }
  }
}

extension Workspace {
  /// The snapshot that is meant, by its file's name where the file itself cannot say what it is.
  fileprivate func findToVerify(_ reference: String) throws -> FoundSnapshot {
    let name = reference.nameOfPath
    if let registered = try snapshots().first(where: { $0.fileName == name }),
      FileManager.default.fileExists(atPath: reference)
    {
      return FoundSnapshot(path: reference, registered: registered)
    }
    return try find(reference)
  }
}
