internal import Invoicing

/// In which state a sent invoice must be, and what it must say.
package struct ExpectedSent: Equatable, Sendable {
  package enum State: UInt8, CodedWord {
    /// Not booked yet.
    case draft
    /// Booked, and neither paid nor credited, be it in part.
    case unpaid
    /// Neither deleted nor cancelled nor credited in full; paid or not.
    case live

    package var word: StaticString {
      switch self {
      case .draft: "draft"
      case .unpaid: "unpaid"
      case .live: "live"
      }
    }
  }

  package var id: String
  package var state: State
  /// The received invoice that it names as mirrored by it; nil: it named none.
  package var mirrorOf: String?
  /// `InvoiceContent.digest` of it; nil: whatever it says.
  package var content: String?
  /// `InvoiceContent.digest` of its lines; nil where the extract had none.
  package var lines: String?

  package init(
    id: String, state: State, mirrorOf: String?, content: String? = nil, lines: String? = nil
  ) {
    self.id = id
    self.state = state
    self.mirrorOf = mirrorOf
    self.content = content
    self.lines = lines
  }
}
