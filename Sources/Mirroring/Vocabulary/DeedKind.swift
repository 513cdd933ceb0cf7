internal import Invoicing

/// What a `Deed` does; the words stand in the journal.
package enum DeedKind: UInt8, CodedWord {
  case certify, send, credit, delete, attach, flag

  package var word: StaticString {
    switch self {
    case .certify: "certify"
    case .send: "send"
    case .credit: "credit"
    case .delete: "delete"
    case .attach: "attach"
    case .flag: "flag"
    }
  }
}
