internal import Invoicing

extension SnapshotTables {
  /// The invoices that the economy system has forgotten, each with the id of the received invoice
  /// that it belongs to now.
  static func vanished(_ books: Books, owners: [Text]) -> StoredTable {
    precondition(owners.count == books.vanished.count, "each vanished invoice has one owner")
    let vanished = books.vanished
    return StoredTable(
      "vanished", count: vanished.count, texts: books.texts,
      [
        "place": StoredTable.places(vanished.count),
        "sent_id": .texts(vanished.sentID),
        "received_id": .texts(owners),
        "last_seen": .moments(vanished.lastSeen),
        "number": .texts(vanished.number),
        "customer": .texts(vanished.customer),
        "kind": .words(vanished.kind),
        "issue_date": .dates(vanished.issueDate),
        "currency": .currencies(vanished.currency),
        "gross": .integers(vanished.gross),
      ])
  }

  /// The links, by the row numbers of both invoices, that the sent rows do not tell.
  ///
  /// A sent row whose `mirror_of` is the number of a received row is linked to that by it; where it
  /// is not, or by something else, its row here says so: without a received row it has no link.
  static func links(_ links: [Link], of coding: BooksCoding) -> StoredTable {
    let books = coding.books
    let sentRows = books.sent.invoices.row
    let receivedRows = books.received.invoices.row
    let told = untold(links, of: coding)
    var table = StoredTable(
      "links", count: told.count, texts: books.texts,
      [
        "sent_row": .rows(RowNumbers(told.map { sentRows[$0.sent] })),
        "received_row": .optionalIntegers(
          told.map { told in told.link.map { Int64(receivedRows[Int($0.received)]) } }),
        "step": .integers(told.map { Int64($0.link?.step.rawValue ?? 0) }),
        "field": .codes(told.map { $0.link?.field ?? .mirrorOf }),
        "value": .references(
          told.map { $0.link?.value ?? .absent }, coding.rows(of: .received)),
      ])
    table.storedName = storedName(of: table.name)
    return table
  }

  private static func untold(
    _ links: [Link], of coding: BooksCoding
  ) -> [(sent: Int, link: Link?)] {
    let books = coding.books
    var places = [Int32](repeating: -1, count: books.sent.count)
    for place in links.indices {
      let sent = Int(links[place].sent)
      precondition(places[sent] < 0, "a sent invoice has one link at most")
      places[sent] = Int32(place)
    }
    let numbers = coding.rows(of: .received)
    var untold: [(sent: Int, link: Link?)] = []
    for sent in places.indices {
      let stated = numbers[books.sent.mirrorOf[sent]]
      guard places[sent] >= 0 else {
        if stated != 0 { untold.append((sent, nil)) }
        continue
      }
      let link = links[Int(places[sent])]
      let isTold =
        stated == books.received.invoices.row[Int(link.received)] && link.step == .statedMirror
        && link.field == .mirrorOf && link.value == books.sent.mirrorOf[sent]
      if !isTold { untold.append((sent, link)) }
    }
    return untold
  }

  /// The suppliers and customers, by the numbers that the ledgers' rows have for them.
  static func parties(_ coding: BooksCoding) -> StoredTable {
    StoredTable(
      "parties", count: coding.partyNames.count, texts: coding.books.texts,
      ["place": places(coding.partyNames.count), "name": .texts(coding.partyNames)])
  }

  /// Currencies with their decimals.
  static func currencies(_ currencies: [Currency]) -> StoredTable {
    let decimals = currencies.map { Int64($0.decimals) }
    return StoredTable(
      "currencies", count: currencies.count, texts: TextTable(),
      [
        "place": places(currencies.count),
        "code": .currencies(currencies),
        "decimals": .integers(decimals),
        "scale": .integers(decimals.map { (0..<$0).reduce(1) { product, _ in product * 10 } }),
      ])
  }

  static func inputs(_ books: Books) -> StoredTable {
    let inputs = books.inputs
    var texts = TextTable()
    let digests = inputs.map { texts.intern($0.sha256) }
    return StoredTable(
      "inputs", count: inputs.count, texts: texts,
      [
        "place": places(inputs.count),
        "file": .words(inputs.map(\.file)),
        "sha256": .texts(digests),
        "rows": .integers(inputs.map { Int64($0.rows) }),
        "rejected": .integers(inputs.map { Int64($0.rejected) }),
      ])
  }

  static func ignoredColumns(_ books: Books) -> StoredTable {
    var texts = TextTable()
    var files: [ExtractFile] = []
    var names: [Text] = []
    for input in books.inputs {
      for name in input.ignoredColumns {
        files.append(input.file)
        names.append(texts.intern(name))
      }
    }
    return StoredTable(
      "ignored_columns", count: names.count, texts: texts,
      ["place": places(names.count), "file": .words(files), "name": .texts(names)])
  }

  static func documents(_ books: Books) -> StoredTable {
    var texts = TextTable()
    let documents = books.documents
    let paths = documents.map { texts.intern($0.path) }
    let digests = documents.map { texts.intern($0.sha256) }
    return StoredTable(
      "documents", count: documents.count, texts: texts,
      ["place": places(documents.count), "path": .texts(paths), "sha256": .texts(digests)])
  }

  static func rejected(_ books: Books) -> StoredTable {
    var texts = TextTable()
    let rejected = books.rejected
    let columns = rejected.map { texts.intern($0.column) }
    let reasons = rejected.map { texts.intern($0.reason) }
    let raws = rejected.map { texts.intern($0.raw) }
    return StoredTable(
      "rejected", count: rejected.count, texts: texts,
      [
        "place": places(rejected.count),
        "file": .words(rejected.map(\.file)),
        "line": .integers(rejected.map { Int64($0.line) }),
        "column": .texts(columns),
        "reason": .texts(reasons),
        "raw": .texts(raws),
      ])
  }

  /// The consulting companies, in the order in which the extract names them.
  static func companies(_ header: ExtractHeader) -> StoredTable {
    var texts = TextTable()
    let names = (header.companies ?? []).map { texts.intern($0) }
    return StoredTable(
      "companies", count: names.count, texts: texts,
      ["place": places(names.count), "name": .texts(names)])
  }

  private static func places(_ count: Int) -> Cells { StoredTable.places(count) }
}
