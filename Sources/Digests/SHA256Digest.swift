internal import Crypto

/// A SHA-256 digest that is fed piece by piece.
package struct SHA256Digest: Sendable {
  private var hash = SHA256()

  package init() {}

  /// Feeds bytes; where one piece ends and the next begins does not matter.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    unsafe hash.update(bufferPointer: bytes)
  }

  /// Feeds bytes; where one piece ends and the next begins does not matter.
  package mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
  }

  /// Feeds bytes; where one piece ends and the next begins does not matter.
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
  }

  /// The first 64 bits of the digest so far: of its hex digits the first 16.
  package func first64Bits() -> UInt64 {
    // The digest has 32 bytes.
    unsafe hash.finalize().withUnsafeBytes {
      UInt64(bigEndian: unsafe $0.loadUnaligned(as: UInt64.self))
    }
  }

  /// The digest so far, as 64 lower-case hex digits.
  package func hexDigits() -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
