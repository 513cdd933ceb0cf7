internal import Invoicing
internal import RepairPlans

extension ExpectedReceived {
  /// What no longer holds.
  func objection(to reading: ReceivedReading?) -> Why? {
    guard let reading else { return .receivedGone(id) }
    let isCancelled = reading.invoice.status == .cancelled
    if isCancelled != self.isCancelled {
      return .cancellationChanged(received: id, isCancelled: isCancelled)
    }
    return InvoiceContent.digest(of: reading.invoice) == content ? nil : .receivedChanged(id)
  }
}

extension ExpectedSent {
  /// What no longer holds.
  func objection(to reading: SentReading?) -> Why? {
    guard let reading else { return .sentGone(id) }
    if !holds(reading) { return .sentNotIn(state, id: id, found: reading.stateWords) }
    if let mirrorOf, reading.invoice.mirrorOf != mirrorOf {
      return .sentMirrorsOther(id: id, expected: mirrorOf, found: reading.invoice.mirrorOf)
    }
    if let content, InvoiceContent.digest(of: reading.invoice) != content {
      return .sentChanged(id)
    }
    if let lines, InvoiceContent.digest(of: reading.lines) != lines { return .sentChanged(id) }
    return nil
  }

  private func holds(_ reading: SentReading) -> Bool {
    switch state {
    case .live: !reading.isDead
    case .draft:
      !reading.isDead && reading.invoice.status == .draft && reading.correcting.isEmpty
    case .unpaid:
      !reading.isDead && reading.invoice.status != .draft && reading.correcting.isEmpty
        && !reading.isTouchedByPayment
    }
  }
}

extension SentReading {
  /// Its state, as a person would say it.
  var stateWords: String {
    if invoice.status == .deleted || invoice.status == .cancelled { return invoice.status.name }
    if isDead { return "credited" }
    if !correcting.isEmpty { return "partly credited" }
    if invoice.status != .paid, isTouchedByPayment { return "partly paid" }
    return invoice.status.name
  }
}
