/// The kinds of action that mend a finding (`repair.md`).
package enum RepairKind: UInt8, CodedWord {
  case createMirror, runEngine, markProcessed, sendMirror, cancelInvoice, replaceMirror
  case attachFiles
  /// Nothing that a machine does: it is listed for a person.
  case manual

  package var word: StaticString {
    switch self {
    case .createMirror: "create-mirror"
    case .runEngine: "run-engine"
    case .markProcessed: "mark-processed"
    case .sendMirror: "send-mirror"
    case .cancelInvoice: "cancel-invoice"
    case .replaceMirror: "replace-mirror"
    case .attachFiles: "attach-files"
    case .manual: "manual"
    }
  }
}
