internal import Invoicing
internal import XML

/// Why a row's own document cannot be read.
package enum DocumentFault: Error, Equatable, Sendable {
  case missing
  /// Its path is absolute, has a `..`, or leads out of the extract by a link.
  case outside
  /// With the system's reason.
  case unreadable(String)
  /// With the XML room's words and the line and column in the document.
  case refused(String)
  /// The root element, as `{namespace}name`.
  case notAnInvoice(root: String)

  /// What a handler or the XML room threw.
  init(_ error: any Error) {
    self = error as? DocumentFault ?? .refused("\(error)")
  }

  /// Goes on from "the document '…' ".
  var sentence: String {
    switch self {
    case .missing: "is not there"
    case .outside: "is not inside the extract"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .refused(let reason): "is refused at \(reason.printable)"
    case .notAnInvoice(let root): "is no invoice but \(root.printable)"
    }
  }

  var expected: String {
    switch self {
    case .missing, .unreadable: "a file inside the extract"
    case .outside: "a path inside the extract's folder, without '..' and links that leave it"
    case .refused: "well-formed XML without a document type declaration"
    case .notAnInvoice: "an Invoice or CreditNote of UBL 2.1"
    }
  }
}
