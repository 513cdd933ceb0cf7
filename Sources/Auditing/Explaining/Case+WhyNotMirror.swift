internal import Invoicing

// Why there is nothing wrong with the kept mirror, amounts aside.

extension UnsentMirror {
  static func whyNot(_ c: Case) -> String {
    c.ofKept { mirror in
      let status = c.books.sent.status[mirror]
      return status == .draft
        ? "\(c.id(sent: mirror)) is a draft, but not for longer than \(c.graceInWords)"
        : "\(c.id(sent: mirror)) is \(status.name), not a draft"
    }
  }
}

extension PartlyCredited {
  static func whyNot(_ c: Case) -> String {
    c.ofKept { "no credit note corrects \(c.id(sent: $0))" }
  }
}

extension WrongCustomer {
  static func whyNot(_ c: Case) -> String {
    c.ofKept { mirror in
      c.source == nil
        ? "it has no source that would name a customer"
        : "mirror and source both name \(c.string(c.books.sent.customer[mirror]))"
    }
  }
}

extension MissingAttachment {
  static func whyNot(_ c: Case) -> String {
    c.ofKept { mirror in
      let receipts = c.matched.attachmentsOfReceived.of(c.received).count
      if receipts == 0 { return "the received invoice has no receipt" }
      let subject = receipts == 1 ? "its receipt is" : "all its \(receipts) receipts are"
      return "\(subject) on \(c.id(sent: mirror))"
    }
  }
}

extension WrongLink {
  static func whyNot(_ c: Case) -> String {
    guard let flag = c.flag else { return "it has no flag" }
    let named = c.books.flags.mirrorID[flag]
    if named.isAbsent { return "the flag names no mirror" }
    if c.matched.linkage.ignoresPointer(ofFlag: flag) {
      return "the flag names \(c.string(named)), which may be older than the books"
    }
    return "the flag names \(c.string(named)), a live mirror of it"
  }
}

extension KeyReused {
  static func whyNot(_ c: Case) -> String {
    if c.attempts.isEmpty { return "the engine never tried to mirror it" }
    if c.attempts.count == 1 { return "there was one attempt" }
    let window = c.matched.settings.retryWindowMinutes.counted("minute")
    return "no live mirror was returned again more than \(window) after the first time"
  }
}

extension Case {
  /// What is said of the kept mirror, or that there is none.
  func ofKept(_ words: (Int) -> String) -> String { kept.map(words) ?? "no mirror of it is live" }
}
