/// The two ways in which a message is written on the wire, of one shape.
package enum WireFormat: String, CaseIterable, Hashable, Sendable {
  case xml
  case json

  /// What stands in `Content-Type`.
  package var contentType: String {
    switch self {
    case .xml: "application/xml"
    case .json: "application/json"
    }
  }

  /// The format of a body that comes with this `Content-Type`; nil: another kind (415).
  ///
  /// A body without a kind, or of `text/plain`, is XML: so the .NET client sends it.
  package static func ofBody(contentType: String?) -> WireFormat? {
    guard let kind = contentType.map(MediaRange.init), !kind.isEmpty else { return .xml }
    if kind.isXML || kind.name == "text/plain" { return .xml }
    guard kind.isJSON else { return nil }
    // RFC 8259 §8.1: JSON between systems is UTF-8, and ASCII is that too.
    return ["utf-8", "utf8", "us-ascii", nil].contains(kind.charset) ? .json : nil
  }

  /// The format of the answer: what `Accept` names, else the kind of the request's
  /// `Content-Type`, else XML.
  ///
  /// Of both named the one with the greater q-value, then the one named more closely, then the
  /// one named first; where a wildcard covers both alike, or `Accept` names neither, the
  /// `Content-Type` decides.
  package static func ofAnswer(accept: String?, contentType: String?) -> WireFormat {
    let fallback = contentType.flatMap(WireFormat.named) ?? .xml
    guard let accept else { return fallback }
    let ranges = accept.split(separator: ",").map { MediaRange(String($0)) }
    let xml = Preference(of: .xml, in: ranges)
    let json = Preference(of: .json, in: ranges)
    if xml.quality == 0, json.quality == 0 { return fallback }
    if xml.quality != json.quality { return xml.quality > json.quality ? .xml : .json }
    if xml.closeness != json.closeness { return xml.closeness > json.closeness ? .xml : .json }
    if xml.closeness == MediaRange.whole { return xml.place < json.place ? .xml : .json }
    return fallback
  }

  private static func named(_ contentType: String) -> WireFormat? {
    let kind = MediaRange(contentType)
    return kind.isJSON ? .json : kind.isXML ? .xml : nil
  }
}

/// How much an `Accept` header wants a format.
private struct Preference {
  /// In thousandths; 0 where it is not wanted.
  var quality = 0
  var closeness = 0
  var place = 0

  /// The closest range counts, and of these the first (RFC 9110 §12.5.1).
  init(of format: WireFormat, in ranges: [MediaRange]) {
    for (place, range) in ranges.enumerated() {
      let closeness = range.closeness(to: format)
      guard closeness > self.closeness else { continue }
      (quality, self.closeness, self.place) = (range.quality, closeness, place)
    }
  }
}
