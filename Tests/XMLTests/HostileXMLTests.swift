import Foundation
import Testing
import XML

@Suite(.serialized) struct HostileXMLTests {
  @Test(arguments: HostileDocument.all)
  func `a hostile document is read or refused within a second`(
    document: HostileDocument
  ) throws {
    let bytes = document.make()
    var answer = "read"
    let time = ThreadTime.measure {
      answer = verdict(on: bytes)
    }
    #expect(answer == document.verdict)
    #expect(time < .seconds(1))
  }

  @Test(arguments: HostileDocument.all)
  func `a hostile document that comes in small pieces takes no longer`(
    document: HostileDocument
  ) throws {
    let bytes = document.make()
    var answer = "read"
    let time = ThreadTime.measure {
      answer = verdict(on: bytes, inPiecesOf: 1500)
    }
    #expect(answer == document.verdict)
    #expect(time < .seconds(1))
  }

  /// Of a small document, each beginning: only the whole is one.
  @Test func `a document cut anywhere is refused`() throws {
    let whole = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- c --><a x="1&gt;" xmlns:b="u">t&#228;å<b:c y='>'/><![CDATA[<]]]]><?p i?>&amp;</a>
      """.utf8)
    #expect(verdict(on: whole) == "read")
    for length in whole.indices {
      #expect(verdict(on: Array(whole[..<length])) != "read", "cut at \(length)")
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `a damaged document is read or refused, whole as in pieces`(seed: UInt64) {
    let part = """
      <b x='1>2' xmlns:p="u">å&amp;&#228;<!-- c --><![CDATA[ d ]]><?e f?><p:g p:h='"'/></b>\n
      """
    var document = Array(
      ("<?xml version='1.0' encoding='UTF-8'?><a>"
        + String(repeating: part, count: 150) + "</a>").utf8)
    var random = SplitMix(state: seed)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<document.count, using: &random)
      let letters = Array("<>&;'\"!-[]?/=: x\0".utf8) + [0x80, 0xC3, 0xFF]
      switch Int.random(in: 0..<3, using: &random) {
      case 0: document[place] = letters[Int.random(in: 0..<letters.count, using: &random)]
      case 1: document.remove(at: place)
      default: document.swapAt(place, Int.random(in: 0..<document.count, using: &random))
      }
    }
    let isRead = verdict(on: document) == "read"
    let isReadInPieces = verdict(on: document, inPiecesOf: 4500) == "read"
    #expect(isRead == isReadInPieces, "seed \(seed)")
  }

  /// Of a document with a tail, each beginning that holds the root and no half a comment is one.
  @Test func `only what follows the root may be missing`() throws {
    let whole = Array("<a/> <!-- c --> <?p?>\n".utf8)
    let read = (0...whole.count).filter { verdict(on: Array(whole[..<$0])) == "read" }
    #expect(read == [4, 5, 15, 16, 21, 22])
  }
}

/// `read`, or the reason why not, without its place.
func verdict(on bytes: [UInt8], inPiecesOf size: Int? = nil) -> String {
  do {
    var counter = Counter()
    guard let size else {
      try XMLStream.parse(bytes, into: &counter)
      return "read"
    }
    var stream = XMLStream()
    var start = 0
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      try stream.feed(bytes[start..<end].span, to: &counter)
      start = end
    }
    try stream.finish(to: &counter)
    return "read"
  } catch let error as XMLError {
    return error.reason.description
  } catch {
    return "\(error)"
  }
}

/// Touches everything that it is handed.
struct Counter: XMLHandler {
  private(set) var elements = 0
  private(set) var bytes = 0

  mutating func startElement(_ element: borrowing XMLElement) {
    elements += 1
    element.attributes.visit { bytes += $0.count + $1.count + $2.count }
  }

  mutating func text(_ text: borrowing XMLBytes) {
    bytes += text.count
  }

  mutating func endElement(localName: borrowing XMLBytes, namespace: borrowing XMLBytes) {
    elements -= 1
  }
}
