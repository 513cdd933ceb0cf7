internal import ArgumentParser
internal import Auditing
internal import Foundation
internal import Invoicing
internal import Reporting
internal import Workspaces

/// Snapshots an extract, and judges nothing that is printed.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Snapshot an extract without writing reports.")

  @Option(help: ArgumentHelp("The folder of the extract.", valueName: "dir"))
  var extract: String?

  @Flag(help: "Set bad rows aside and snapshot the rest.")
  var quarantine = false

  @OptionGroup var common: SharedOptions

  func run() throws {
    try Failure.reported {
      let configuration = try common.load()
      guard let extract = extract ?? configuration.extract else {
        throw ValidationError("--extract names the folder of the extract.")
      }
      let flow = AuditFlow(configuration: configuration)
      let audited = try flow.snapshot(
        extract, quarantine: quarantine || configuration.quarantine ?? false
      ) { audited, whenStored in
        try flow.tell(audited)
        try whenStored()
        return audited
      }
      try tell(audited, asJSON: configuration.isForScripts)
    }
  }

  private func tell(_ audited: AuditFlow.Audited, asJSON: Bool) throws {
    let books = audited.report.audit.books
    let path = try audited.workspace.find(audited.report.identity).path
    guard asJSON else {
      Terminal.write(
        "\(path)\nidentity \(audited.report.identity)\n\(books.received.count) received, "
          + "\(books.sent.count) sent, \(books.header.group.printable) at \(books.header.takenAt)\n"
      )
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let told = [
      "identity": audited.report.identity, "path": path,
      "taken_at": books.header.takenAt.description, "group": books.header.group,
    ]
    Terminal.write(String(decoding: try encoder.encode(told), as: UTF8.self) + "\n")
  }
}
