internal import Digests
internal import Invoicing

/// The id of an action: 16 hex digits of SHA-256 over its kind and its subject, each part ended by
/// U+001F.
enum ActionIdentity {
  static func id(_ kind: RepairKind, _ subject: String...) -> String {
    var bytes: [UInt8] = []
    for part in [kind.name] + subject {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0x1f)
    }
    var digest = SHA256Digest()
    digest.update(bytes)
    return String(digest.hexDigits().prefix(16))
  }
}
