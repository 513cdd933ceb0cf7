extension SandboxSettings {
  /// By name, as the books keep them.
  var stored: [(name: String, value: String)] {
    [
      ("idempotency", idempotency.description),
      ("replay-marker", "\(marksReplays)"),
      ("allow-delete-certified", "\(allowsDeletingCertified)"),
    ]
  }

  /// Takes over what the books keep; false where this is no setting.
  mutating func take(_ name: String, _ value: String) -> Bool {
    switch name {
    case "idempotency":
      guard let mode = IdempotencyMode(value) else { return false }
      idempotency = mode
    case "replay-marker": marksReplays = value == "true"
    case "allow-delete-certified": allowsDeletingCertified = value == "true"
    default: return false
    }
    return true
  }
}
