/// What a link rests on; of claims, the stronger come first.
package enum LinkField: UInt8, CodedWord, Comparable {
  /// The sent invoice says so itself.
  case mirrorOf
  /// An attempt `created` returned it.
  case createdAttempt
  /// Its key was tried for this received invoice alone.
  case triedKey
  /// Its key is the received invoice's id.
  case receivedIDAsKey
  /// Its key has the form of the received invoice's intent key.
  case intentKey
  /// The received invoice's number is a word of its reference.
  case reference
  /// A processed flag names it.
  case flag
  /// An attempt with another outcome names it.
  case otherAttempt
  /// Kind, currency, gross and customer agree, and it is issued 0 to 10 days later.
  case content

  package var word: StaticString {
    switch self {
    case .mirrorOf: "mirror_of"
    case .createdAttempt: "created-attempt"
    case .triedKey: "tried-key"
    case .receivedIDAsKey: "received-id-as-key"
    case .intentKey: "intent-key"
    case .reference: "reference"
    case .flag: "flag"
    case .otherAttempt: "other-attempt"
    case .content: "content"
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
