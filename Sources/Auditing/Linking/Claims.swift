internal import Invoicing

/// Step 2: the claims on a sent invoice, of which the best links or waits for step 4.
enum Claims {
  /// Links what is decided, and gives the claims that wait.
  static func link(_ linkage: inout Linkage, _ numbers: ReceivedNumbers) -> [Claim] {
    var waiting: [Claim] = []
    for claim in best(&linkage, numbers) {
      if claim.isDecisive {
        linkage.link(claim.sent, to: claim.received, .claim, claim.field, claim.value)
      } else {
        waiting.append(claim)
      }
    }
    return waiting
  }

  /// The best claim on each sent invoice that is free; what others are linked to means nothing.
  ///
  /// Keys, references and received invoices stand anywhere: those of some hundred sent ones are
  /// read together, in loops so short that memory answers for many at once.
  private static func best(_ linkage: inout Linkage, _ numbers: ReceivedNumbers) -> [Claim] {
    let books = linkage.books
    let free = (0..<books.sent.count).filter { linkage.isFree($0) }
    let evidence = ClaimEvidence(of: free, books)
    var best: [Claim] = []
    for start in stride(from: 0, to: free.count, by: sentAtOnce) {
      let some = free[start..<min(start + sentAtOnce, free.count)]
      linkage.fetched ^= books.texts.fetch(some.map { books.sent.idempotencyKey[$0] })
      linkage.fetched ^= books.texts.fetch(some.map { books.sent.reference[$0] })
      claims(on: some, linkage, evidence, numbers).forEachRun(
        where: { $0.sent == $1.sent },
        do: { claims in
          if let first = claims.min(by: { $0.precedes($1, books) }) { best.append(first) }
        })
    }
    return best
  }

  private static let sentAtOnce = 256

  /// All claims on some sent invoices, those on one side by side.
  private static func claims(
    on some: ArraySlice<Int>, _ linkage: Linkage, _ evidence: ClaimEvidence,
    _ numbers: ReceivedNumbers
  ) -> [Claim] {
    let kinds = linkage.books.received.invoices.kind
    var claims: [Claim] = []
    for sent in some {
      let isNote = linkage.isCorrectingNote(sent)
      forEach(sent, linkage, evidence, numbers) { received, field, value in
        if isNote, kinds[received] != .creditNote { return }
        claims.append(
          Claim(sent: sent, received: received, field: field, value: value, agrees: false))
      }
    }
    let agree = linkage.agree(claims.map { ($0.sent, $0.received) })
    for place in claims.indices { claims[place].agrees = agree[place] }
    return claims
  }

  /// Step 4: each waiting claim links if its received invoice still has no live mirror.
  static func linkWaiting(_ waiting: [Claim], _ linkage: inout Linkage) {
    let (books, ids) = (linkage.books, linkage.books.received.invoices.id)
    let left = waiting.filter { linkage.isFree($0.sent) }
    let keys = KeyedRow.keyed(left.map(\.received), ids, books)
    let inOrder = zip(left, keys).sorted { a, b in
      if a.0.received != b.0.received { return a.1.precedes(b.1, ids, books) }
      return books.compareIDs(books.sent.invoices.id[a.0.sent], books.sent.invoices.id[b.0.sent])
        < 0
    }.map(\.0)
    for claim in inOrder where !linkage.hasLiveMirror(received: claim.received) {
      linkage.link(claim.sent, to: claim.received, .waitingClaim, claim.field, claim.value)
    }
  }

  private static func forEach(
    _ sent: Int, _ linkage: Linkage, _ evidence: ClaimEvidence, _ numbers: ReceivedNumbers,
    _ claim: (Int, LinkField, Text) -> Void
  ) {
    let books = linkage.books
    let index = linkage.index
    let id = books.sent.invoices.id[sent]
    for attempt in evidence.attemptsOfSent.of(id) {
      let received = Int(index.receivedOfAttempt[Int(attempt)])
      if received < 0 { continue }
      let isCreated = books.attempts.outcome[Int(attempt)] == .created
      claim(received, isCreated ? .createdAttempt : .otherAttempt, id)
    }
    let key = books.sent.idempotencyKey[sent]
    if !key.isAbsent { keyClaims(key, linkage, evidence, claim) }
    let reference = books.sent.reference[sent]
    if !reference.isAbsent { referenceClaims(reference, books.texts, numbers, claim) }
    for flag in evidence.flagsOfSent.of(id) {
      if let received = index.receivedByID.first(books.flags.receivedID[Int(flag)]) {
        claim(received, .flag, id)
      }
    }
  }

  private static func keyClaims(
    _ key: Text, _ linkage: Linkage, _ evidence: ClaimEvidence,
    _ claim: (Int, LinkField, Text) -> Void
  ) {
    let index = linkage.index
    if let id = evidence.receivedTried(with: key), let received = index.receivedByID.first(id) {
      claim(received, .triedKey, key)
    }
    if let received = index.receivedByID.first(key) { claim(received, .receivedIDAsKey, key) }
    if let received = receivedOfIntent(key, linkage) { claim(received, .intentKey, key) }
  }

  private static func receivedOfIntent(_ key: Text, _ linkage: Linkage) -> Int? {
    let texts = linkage.books.texts
    let bytes = texts.bytes(of: key)
    guard let range = IntentKey.receivedID(of: bytes) else { return nil }
    let id = bytes.extracting(range)
    if let text = texts.find(id), let row = linkage.index.receivedByID.first(text) { return row }
    guard let decoded = IntentKey.decodePercents(id), let text = texts.find(decoded.span) else {
      return nil
    }
    return linkage.index.receivedByID.first(text)
  }

  private static func referenceClaims(
    _ reference: Text, _ texts: TextTable, _ numbers: ReceivedNumbers,
    _ claim: (Int, LinkField, Text) -> Void
  ) {
    let bytes = texts.bytes(of: reference)
    ReferenceWords.forEach(bytes) { word in
      guard let number = texts.find(bytes.extracting(word)) else { return }
      for place in numbers.group(number) { claim(numbers.row(at: place), .reference, number) }
    }
  }
}
