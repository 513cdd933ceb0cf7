import Invoicing
import Snapshots
import Testing

@Suite struct SnapshotIdentityTests {
  private static func base() throws -> TestBooks {
    try TestBooks(takenAt: "2023-05-31T06:00:00Z").received("R1").received("R2").sent("S1")
  }

  /// The encoding is part of every report: a digest that changes needs a new schema version.
  @Test func `the digests of known books stay what they are`() throws {
    let identity = SnapshotIdentity(of: try Self.base().books)
    #expect(
      identity.contentDigest
        == "cddf9cd9a4cc653251e561b0a00c241597ae78c6ff0b36900cb0ab7257702fcf")
    #expect(
      identity.identity
        == "ae90b89180e85db3939844ee7ca07ddcc505f7f07ca5437eced71b27b6f17f48")
  }

  @Test func `the order in which texts were met is nothing to the identity`() throws {
    let base = try Self.base()
    var other = try TestBooks(takenAt: "2023-05-31T06:00:00Z")
    for text in ["Kund K", "zzz", "N-S1", "R2"] { _ = other.draft.texts.intern(text) }
    other = try other.received("R1").received("R2").sent("S1")
    #expect(SnapshotIdentity(of: other.books) == SnapshotIdentity(of: base.books))
  }

  @Test(arguments: [
    "group", "moment", "cover", "companies", "input", "ignored", "document", "rejected",
    "amount", "text", "rare text", "row", "moved text",
  ])
  func `whatever changes in the content changes both digests`(what: String) throws {
    let base = SnapshotIdentity(of: try Self.base().books)
    let books = try Self.changed(what)
    let identity = SnapshotIdentity(of: books)
    #expect(identity.contentDigest != base.contentDigest)
    #expect(identity.identity != base.identity)
  }

  @Test func `vanished invoices, their owners and the snapshot before change the identity alone`()
    throws
  {
    let base = SnapshotIdentity(of: try Self.base().books)
    var draft = try Self.base().draft
    draft.before = SnapshotBefore(
      identity: String(repeating: "a", count: 64), takenAt: Moment(microseconds: 1))
    let following = SnapshotIdentity(of: Books(draft))
    draft.vanished.append("S9", in: &draft.texts)
    let vanished = SnapshotIdentity(of: Books(draft))
    let owned = SnapshotIdentity(
      of: Books(draft), vanishedOwners: [draft.received.invoices.id[1]])
    #expect(Set([base, following, vanished, owned].map(\.contentDigest)).count == 1)
    #expect(Set([base, following, vanished, owned].map(\.identity)).count == 4)
  }

  private static func changed(_ what: String) throws -> Books {
    var draft = try base().draft
    switch what {
    case "group": draft.header.group = "Gruppen"
    case "moment": draft.header.takenAt = Moment(microseconds: 1)
    case "cover": draft.header.coversFrom = CalendarDate(days: 1)
    case "companies": draft.header.companies = []
    case "input":
      draft.inputs = [
        ExtractInput(file: .sent, sha256: "", rows: 0, rejected: 0, ignoredColumns: [])
      ]
    case "ignored":
      draft.inputs = [
        ExtractInput(file: .sent, sha256: "", rows: 0, rejected: 0, ignoredColumns: ["x"])
      ]
    case "document": draft.documents = [InvoiceDocument(path: "a.xml", sha256: "")]
    case "rejected":
      draft.rejected = [RejectedRow(file: .sent, line: 2, column: "", reason: "", raw: "")]
    case "amount": draft.received.invoices.gross[1] += 1
    case "text": draft.sent.customer[0] = draft.texts.intern("x")
    case "rare text":
      draft.sent.reference = RareTexts()
      for row in 0..<draft.sent.count {
        draft.sent.reference.append(row == 0 ? draft.texts.intern("x") : .absent)
      }
    case "row": draft.received.invoices.row = RowNumbers([1, 3])
    default:
      draft.sent.mirrorOf[0] = draft.sent.customer[0]
      draft.sent.customer[0] = .absent
    }
    return Books(draft)
  }
}

extension VanishedColumns {
  mutating func append(_ id: String, in texts: inout TextTable) {
    sentID.append(texts.intern(id))
    receivedID.append(texts.intern("R1"))
    lastSeen.append(Moment(microseconds: 0))
    number.append(.absent)
    customer.append(texts.intern("Kund K"))
    kind.append(.invoice)
    issueDate.append(CalendarDate(days: 19_000))
    if let krona = Currency("SEK") { currency.append(krona) }
    gross.append(125_00)
  }
}
