import Testing
import XML

@Suite struct RoundTripTests {
  /// Run one again with its seed as the only argument.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what the writer writes, the parser reads`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let texts = (0..<100).map { _ in randomText(&random) }
    let document = try written { xml throws(XMLWriteError) in
      try xml.startElement("a")
      for (index, text) in texts.enumerated() {
        try xml.startElement("b")
        if index % 2 == 0 {
          try xml.attribute("c", text)
          try xml.attribute("d", utf8: Array(text.utf8).span)
        }
        try xml.text(text)
        try xml.endElement()
      }
      try xml.endElement()
    }
    var reader = Reader()
    try XMLStream.parse(Array(document.utf8), into: &reader)
    #expect(reader.texts == texts.map(carried), "seed \(seed)")
    #expect(
      reader.attributes
        == texts.enumerated().filter { $0.offset % 2 == 0 }
        .flatMap { [carried($0.element), carried($0.element)] }, "seed \(seed)")
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `any bytes make a document that is well-formed`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let document = try written { xml throws(XMLWriteError) in
      try xml.startElement("a")
      try xml.attribute("b", utf8: bytes.span)
      try xml.text(utf8: bytes.span)
      try xml.endElement()
    }
    var reader = Reader()
    try XMLStream.parse(Array(document.utf8), into: &reader)
    #expect(reader.texts == reader.attributes, "seed \(seed)")
    #expect(reader.texts.count == 1, "seed \(seed)")
  }
}

/// What the writer promises to carry of a text.
private func carried(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        switch scalar.value {
        case 0x9, 0xA, 0xD: scalar
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
        case 0x7F: "\u{2421}"
        case 0xFFFE, 0xFFFF: "\u{FFFD}"
        default: scalar
        }
      }))
}

private func randomText(_ random: inout SplitMix) -> String {
  let kinds: [ClosedRange<UInt32>] = [
    0...0x7F, 0x20...0x7E, 0x80...0x7FF, 0xFFF0...0xFFFF, 0x1_0000...0x10_FFFF, 0...0xFFFF,
  ]
  var text = ""
  for _ in 0..<Int.random(in: 1...40, using: &random) {
    let range = kinds[Int.random(in: 0..<kinds.count, using: &random)]
    if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
      text.unicodeScalars.append(scalar)
    }
  }
  return text.isEmpty ? "x" : text
}

/// Sebastiano Vigna's splitmix64: the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The texts of the elements `b` and `a`, blanks between them left out, and all attributes.
private struct Reader: XMLHandler {
  var texts: [String] = []
  var attributes: [String] = []
  private var pending: [UInt8] = []

  mutating func startElement(_ element: borrowing XMLElement) {
    pending = []
    element.attributes.visit { attributes.append($2.string) }
  }

  mutating func text(_ text: borrowing XMLBytes) {
    text.append(to: &pending)
  }

  mutating func endElement(localName: borrowing XMLBytes, namespace: borrowing XMLBytes) {
    if localName == "b" || texts.isEmpty {
      texts.append(String(decoding: pending, as: UTF8.self))
    }
    pending = []
  }
}
