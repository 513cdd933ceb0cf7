internal import EconomyAPI
internal import Testing

@Suite struct WireFormatTests {
  static let bodies: [(String?, WireFormat?)] = [
    (nil, .xml), ("", .xml), ("text/plain", .xml), ("text/plain; charset=utf-8", .xml),
    ("application/xml", .xml), ("Text/XML; charset=\"utf-8\"", .xml), ("image/svg+xml", .xml),
    ("application/json", .json), ("application/json;charset=UTF-8", .json),
    ("application/vnd.api+json", .json), ("application/json; charset=utf-16", nil),
    ("application/x-www-form-urlencoded", nil), ("text/html", nil), ("nonsense", nil),
    ("application/octet-stream", nil), (";", .xml),
  ]

  static let answers: [(String?, String?, WireFormat)] = [
    (nil, nil, .xml), (nil, "application/json", .json), (nil, "text/plain", .xml),
    ("*/*", nil, .xml), ("*/*", "application/json", .json), ("*/*", "application/xml", .xml),
    ("application/json", nil, .json), ("application/json", "application/xml", .json),
    ("application/xml", "application/json", .xml), ("text/xml", "application/json", .xml),
    ("application/json, text/plain, */*", nil, .json),
    ("application/xml;q=0.9, application/json", nil, .json),
    ("application/json;q=0.2, application/xml;q=0.3", nil, .xml),
    ("application/json, application/xml", nil, .json),
    ("application/xml, application/json", "application/json", .xml),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", nil, .xml),
    ("*/*;q=0.5, application/xml", "application/json", .xml),
    ("application/*", "application/json", .json), ("application/*", nil, .xml),
    ("application/json;q=0, */*", "application/json", .xml),
    ("application/xml;q=0", nil, .xml), ("text/html", "application/json", .json),
    ("", "application/json", .json), (";;;,,,", nil, .xml),
    ("application/json;q=2, application/xml;q=0.1", nil, .xml),
    ("application/json;q=x", "application/xml", .xml),
  ]

  @Test(arguments: bodies)
  func `the kind of a body`(_ contentType: String?, _ format: WireFormat?) {
    #expect(WireFormat.ofBody(contentType: contentType) == format)
  }

  @Test(arguments: answers)
  func `the kind of an answer`(_ accept: String?, _ contentType: String?, _ format: WireFormat) {
    #expect(WireFormat.ofAnswer(accept: accept, contentType: contentType) == format)
  }
}
