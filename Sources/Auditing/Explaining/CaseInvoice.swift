package import Invoicing

/// An invoice of a case, to be laid beside the others.
package struct CaseInvoice: Equatable, Sendable {
  /// Its part in the case.
  package enum Role: UInt8, CodedWord {
    case received, source, keptMirror, furtherMirror, deadMirror, vanishedMirror
    /// A credit note on one of the mirrors.
    case correction
    /// The mirror of another received invoice, which an attempt of this one names.
    case othersMirror

    package var word: StaticString {
      switch self {
      case .received: "received"
      case .source: "source"
      case .keptMirror: "kept mirror"
      case .furtherMirror: "further mirror"
      case .deadMirror: "dead mirror"
      case .vanishedMirror: "vanished mirror"
      case .correction: "correction"
      case .othersMirror: "another's mirror"
      }
    }
  }

  package var role: Role
  package var origin: Fact.Origin
  package var id: String
  package var number: String
  package var issueDate: CalendarDate
  package var currency: Currency
  /// Minor units; nil where an earlier snapshot remembers no more than the gross.
  package var net: Int64?
  package var vat: Int64?
  package var rounding: Int64?
  package var gross: Int64
  /// The end customer; empty for the received invoice, which names none.
  package var customer: String
  /// Empty where it has vanished.
  package var status: String
}
