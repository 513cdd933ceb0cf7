internal import Invoicing

/// What an action does to an invoice that it touches.
package enum InvoiceOperation: UInt8, CodedWord {
  /// A draft: it is deleted.
  case delete
  /// A booked one: a credit note of all of it is issued and certified; its number must stay.
  case credit
  /// A received one: its flag is set with the mirror's id.
  case mark
  /// A draft: it is booked and sent.
  case send
  /// Files are attached to it.
  case attach
  /// Nothing is done to it: the action rests on it, or leaves it to hands.
  case keep

  package var word: StaticString {
    switch self {
    case .delete: "delete"
    case .credit: "credit"
    case .mark: "mark"
    case .send: "send"
    case .attach: "attach"
    case .keep: "keep"
    }
  }
}
