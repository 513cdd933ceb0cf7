internal import Invoicing

extension SentReading {
  /// The credit notes on it that correct it, added up: negative, on an invoice.
  ///
  /// A deleted or cancelled one counts for nothing; nor does one that mirrors a supplier's own
  /// credit note: both sides were credited then. (What it copied from this invoice is no mirror.)
  var corrections: Int128 {
    correcting.reduce(0) { $0 + $1.gross.minorUnits }
  }

  /// The credit notes on it that correct it.
  var correcting: [CreditNoteReading] {
    creditNotes.filter {
      $0.status != .deleted && $0.status != .cancelled
        && ($0.mirrorOf == nil || $0.mirrorOf == invoice.mirrorOf)
        && $0.gross.currency == invoice.gross.currency
    }
  }

  /// Deleted, cancelled, or credited in full (`findings.md`, dead or alive).
  var isDead: Bool {
    switch invoice.status {
    case .deleted, .cancelled: true
    case .credited: creditNotes.isEmpty || isCreditedInFull
    case .draft, .booked, .sent, .paid: isCreditedInFull
    }
  }

  /// Whether something of it has been paid, other than by credit notes.
  var isTouchedByPayment: Bool {
    if invoice.status == .paid { return true }
    guard let remaining else { return false }
    return remaining.minorUnits != invoice.gross.minorUnits + corrections
  }

  private var isCreditedInFull: Bool {
    let gross = invoice.gross.minorUnits
    if correcting.isEmpty || gross == 0 { return !correcting.isEmpty }
    return gross > 0 ? -corrections >= gross : corrections >= -gross
  }
}
