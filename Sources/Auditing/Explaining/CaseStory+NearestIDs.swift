package import Invoicing

extension CaseStory {
  /// Ids of received invoices that somebody may have meant: the one that a sent invoice of this id
  /// mirrors, those with this number, those that are spelt nearly so, the nearest first.
  package static func nearestIDs(
    to wanted: String, in books: Books, atMost most: Int = 3
  ) -> [String] {
    let ids = books.received.invoices.id
    var found: [Text] = []
    if let number = books.texts.find(wanted), !number.isAbsent {
      found = ids.indices.filter { books.received.invoices.number[$0] == number }.map { ids[$0] }
      found.sort { books.compareIDs($0, $1) < 0 }
    }
    if let mirrored = mirrored(by: wanted, books) { found.insert(mirrored, at: 0) }
    let letters = Array(wanted.lowercased().unicodeScalars)
    let limit = max(1, letters.count / 3)
    let near = ids.compactMap { id -> (id: Text, distance: Int)? in
      let other = Array(books.string(id).lowercased().unicodeScalars)
      guard let distance = distance(letters, other, limit) else { return nil }
      return (id, distance)
    }
    found += near.sorted { a, b in
      a.distance != b.distance ? a.distance < b.distance : books.compareIDs(a.id, b.id) < 0
    }.map(\.id)
    var names: [String] = []
    for id in found where names.count < most {
      let name = books.string(id)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static func mirrored(by sentID: String, _ books: Books) -> Text? {
    guard let id = books.texts.find(sentID), !id.isAbsent,
      let sent = books.sent.invoices.id.firstIndex(of: id)
    else { return nil }
    let link = MatchedBooks(books, Settings()).linkage.links[sent]
    return link.map { books.received.invoices.id[Int($0.received)] }
  }

  /// How many letters are wrong, missing, too many or swapped with the next one; nil beyond the
  /// limit.
  private static func distance(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], _ limit: Int
  ) -> Int? {
    if abs(a.count - b.count) > limit { return nil }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      if (row.min() ?? 0) > limit { return nil }
      (before, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
