internal import Digests
internal import Invoicing

extension FindingWriter {
  /// The first 64 bits of SHA-256 over what names the finding, each part ended by U+001F: rule,
  /// received id, supplier, number, sent ids, currency, and of a source its id.
  ///
  /// `scratch` is a buffer to be used again.
  func fingerprint(_ verdict: Verdict, _ scratch: inout [UInt8]) -> UInt64 {
    let books = narrator.books
    let party = self.party(verdict)
    scratch.removeAll(keepingCapacity: true)
    scratch.append(verdict.rule.name)
    scratch.append(0x1f)
    books.texts.append(receivedID(verdict), to: &scratch)
    scratch.append(0x1f)
    books.texts.append(party.supplier, to: &scratch)
    scratch.append(0x1f)
    books.texts.append(party.number, to: &scratch)
    if let gap = party.gap { scratch.append(narrator.matched.gaps[gap].number) }
    scratch.append(0x1f)
    for (place, id) in verdict.sentIDs.enumerated() {
      if place > 0 { scratch.append(UInt8(ascii: ";")) }
      books.texts.append(id, to: &scratch)
    }
    scratch.append(0x1f)
    verdict.currency.append(to: &scratch)
    scratch.append(0x1f)
    if case .source(let row) = verdict.subject, !books.source.invoices.id[row].isAbsent {
      books.texts.append(books.source.invoices.id[row], to: &scratch)
      scratch.append(0x1f)
    }
    var digest = SHA256Digest()
    digest.update(scratch)
    return digest.first64Bits()
  }

  /// A fingerprint as it is written.
  static func hexDigits(of fingerprint: UInt64) -> String {
    var digits: [UInt8] = []
    digits.append(hexDigitsOf: fingerprint)
    return String(decoding: digits, as: UTF8.self)
  }
}
