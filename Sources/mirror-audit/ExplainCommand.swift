internal import ArgumentParser
internal import Auditing
internal import Reporting
internal import Workspaces

/// Tells the whole case of one received invoice.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell the whole case of a received invoice, and what each rule said of it.",
    discussion: "Speaks of the latest snapshot by its moment.")

  @Argument(help: ArgumentHelp("The received invoice's id.", valueName: "received-id"))
  var receivedID: String

  @OptionGroup var common: SharedOptions

  func run() throws {
    try Failure.reported {
      let configuration = try common.load()
      let workspace = try Workspace.open(configuration.workspaceFolder, create: false)
      let flow = AuditFlow(configuration: configuration)
      let books = try flow.books(of: workspace.snapshot(nil), in: workspace)
      guard let story = CaseStory(of: receivedID, in: books, configuration.settings) else {
        throw UnknownInvoice(
          id: receivedID, near: CaseStory.nearestIDs(to: receivedID, in: books))
      }
      Terminal.write(
        configuration.isForScripts
          ? CaseStoryJSON.text(of: story) : CaseStoryText.text(of: story, style: Terminal.style))
    }
  }
}

/// That the books have no such received invoice.
private struct UnknownInvoice: Error, CustomStringConvertible {
  let id: String
  let near: [String]

  var description: String {
    let hint = near.isEmpty ? "" : "; there is \(near.joined(separator: ", "))"
    return "the latest snapshot has no received invoice with the id '\(id)'\(hint)"
  }
}
