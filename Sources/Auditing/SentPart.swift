internal import Invoicing

/// The part that a sent invoice has in what happened.
enum SentPart: Sendable {
  case mirror
  case creditNote
  case sentInvoice
  case othersMirror
  /// What a flag names.
  case named
  /// A neighbour of missing numbers: its own number counts.
  case neighbour
  /// What it says that it mirrors is not there.
  case orphan
  /// What came nearest to being the mirror, and the field that denied it.
  case nearest(deniedBy: StaticString)
}
