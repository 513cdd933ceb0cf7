internal import Invoicing

/// The elements of `report.xml` that rows of the extract become as evidence.
///
/// One for each file: a validator tries every attribute that an element's type allows.
enum EvidenceElement {
  static func name(of file: ExtractFile) -> StaticString {
    switch file {
    case .received: "received-row"
    case .sent: "sent-row"
    case .processed: "processed-row"
    case .source: "source-row"
    case .lines: "lines-row"
    case .attachments: "attachments-row"
    case .attempts: "attempts-row"
    }
  }
}
