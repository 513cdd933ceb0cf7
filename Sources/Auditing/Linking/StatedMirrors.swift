internal import Invoicing

/// Step 1: `mirror_of` decides, also where it names an invoice that is not there.
enum StatedMirrors {
  static func link(_ linkage: inout Linkage) {
    let books = linkage.books
    for sent in 0..<books.sent.count {
      let stated = books.sent.mirrorOf[sent]
      if stated.isAbsent { continue }
      let isNote = linkage.isCorrectingNote(sent)
      if let received = linkage.index.receivedByID.first(stated) {
        if isNote, books.received.invoices.kind[received] != .creditNote { continue }
        linkage.link(sent, to: received, .statedMirror, .mirrorOf, stated)
      } else if !isNote,
        linkage.scope.judgesPointer(of: books.sent.invoices.issueDate[sent])
      {
        linkage.markOrphan(sent)
      }
    }
  }
}
