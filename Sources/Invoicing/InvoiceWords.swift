/// Which of the three sets of books an invoice stands in.
package enum Ledger: UInt8, CodedWord {
  case received, sent, source

  package var word: StaticString {
    switch self {
    case .received: "received"
    case .sent: "sent"
    case .source: "source"
    }
  }
}

/// An invoice, or a credit note; a credit note's amounts are negative.
package enum InvoiceKind: UInt8, CodedWord {
  case invoice, creditNote

  package var word: StaticString {
    switch self {
    case .invoice: "invoice"
    case .creditNote: "credit-note"
    }
  }
}

/// The state of an invoice that the group received.
package enum ReceivedStatus: UInt8, CodedWord {
  case open, booked, paid, cancelled

  package var word: StaticString {
    switch self {
    case .open: "open"
    case .booked: "booked"
    case .paid: "paid"
    case .cancelled: "cancelled"
    }
  }
}

/// The state of an invoice that the group sent.
package enum SentStatus: UInt8, CodedWord {
  case draft, booked, sent, paid, credited, cancelled, deleted

  package var word: StaticString {
    switch self {
    case .draft: "draft"
    case .booked: "booked"
    case .sent: "sent"
    case .paid: "paid"
    case .credited: "credited"
    case .cancelled: "cancelled"
    case .deleted: "deleted"
    }
  }
}

/// The state of an invoice in a consulting company's own books; a draft is not issued.
package enum SourceStatus: UInt8, CodedWord {
  case draft, sent, paid, cancelled, credited

  package var word: StaticString {
    switch self {
    case .draft: "draft"
    case .sent: "sent"
    case .paid: "paid"
    case .cancelled: "cancelled"
    case .credited: "credited"
    }
  }
}

/// What a line of an invoice bills.
package enum LineKind: UInt8, CodedWord {
  case service, expense, mileage, other

  package var word: StaticString {
    switch self {
    case .service: "service"
    case .expense: "expense"
    case .mileage: "mileage"
    case .other: "other"
    }
  }
}

/// What the engine was told when it tried to create a mirror.
package enum AttemptOutcome: UInt8, CodedWord {
  case created
  /// The key was known: the stored answer came back.
  case replayed
  case timeout, failed
  /// The key was known with another body, or was in use.
  case conflict

  package var word: StaticString {
    switch self {
    case .created: "created"
    case .replayed: "replayed"
    case .timeout: "timeout"
    case .failed: "failed"
    case .conflict: "conflict"
    }
  }
}

/// A processed flag's value.
package enum FlagValue: UInt8, CodedWord {
  case `false`, `true`

  package var word: StaticString {
    switch self {
    case .false: "false"
    case .true: "true"
    }
  }
}
