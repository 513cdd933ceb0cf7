internal import Digests
internal import Invoicing

extension Settings {
  /// SHA-256 of what is set: audits under other settings are other audits.
  package var digest: String {
    let kinds = LineKind.allCases.filter(skippedKinds.contains).map(\.name)
    let text =
      "grace-days=\(graceDays)\nretry-window-minutes=\(retryWindowMinutes)\n"
      + "amount-tolerance=\(amountTolerance)\nskip=\(kinds.joined(separator: ","))\n"
    var digest = SHA256Digest()
    digest.update(Array(text.utf8))
    return digest.hexDigits()
  }
}
