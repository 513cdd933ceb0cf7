internal import Invoicing

/// The texts that links point at, bound once for many of them.
struct LinkTexts {
  private let texts: TextTable
  private let sentIDs: [Text]
  private let receivedIDs: [Text]

  init(_ books: Books) {
    texts = books.texts
    sentIDs = books.sent.invoices.id
    receivedIDs = books.received.invoices.id
  }

  @_lifetime(borrow self)
  func sentID(of link: Link) -> Span<UInt8> { texts.bytes(of: sentIDs[Int(link.sent)]) }

  @_lifetime(borrow self)
  func receivedID(of link: Link) -> Span<UInt8> {
    texts.bytes(of: receivedIDs[Int(link.received)])
  }

  @_lifetime(borrow self)
  func value(of link: Link) -> Span<UInt8> { texts.bytes(of: link.value) }

  /// Reads the beginnings of the texts of links, none of which waits for another; nobody needs what
  /// it returns, but the texts are at hand afterwards.
  func fetch(_ links: ArraySlice<Link>) -> UInt32 {
    texts.fetch(links.map { sentIDs[Int($0.sent)] } + links.map(\.value))
  }
}
