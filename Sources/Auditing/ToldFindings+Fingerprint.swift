internal import Digests
internal import Invoicing

extension ToldFindings {
  /// The first 64 bits of SHA-256 over what names a finding, each part ended by U+001F: rule,
  /// received id, supplier, number, sent ids, currency, and of a finding about a source its id.
  func fingerprint(of row: Row, sourceID: Text, _ books: Books) -> UInt64 {
    var named: [UInt8] = []
    named.reserveCapacity(128)
    named.append(rules[row.figures.rule])
    named.append(0x1f)
    named.append(texts[row.receivedID])
    named.append(0x1f)
    named.append(texts[row.supplier])
    named.append(0x1f)
    named.append(texts[row.number])
    named.append(0x1f)
    join(row.sent, to: &named)
    named.append(0x1f)
    row.figures.currency.append(to: &named)
    named.append(0x1f)
    if !sourceID.isAbsent {
      books.texts.append(sourceID, to: &named)
      named.append(0x1f)
    }
    var digest = SHA256Digest()
    digest.update(named)
    return digest.first64Bits()
  }
}
