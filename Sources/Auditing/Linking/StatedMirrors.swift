internal import Invoicing

/// Step 1: `mirror_of` decides, also where it names an invoice that is not there.
enum StatedMirrors {
  static func link(_ linkage: inout Linkage) {
    let books = linkage.books
    let stated = books.sent.mirrorOf
    // All are found before the first is linked, so that memory answers for many at once.
    let index = linkage.index.receivedByID
    let owners = stated.map { index.row($0) }
    for sent in stated.indices where stated[sent].index != 0 {
      let isNote = linkage.isCorrectingNote(sent)
      let received = Int(owners[sent])
      if received >= 0 {
        if isNote, books.received.invoices.kind[received] != .creditNote { continue }
        linkage.link(sent, to: received, .statedMirror, .mirrorOf, stated[sent])
      } else if !isNote,
        linkage.scope.judgesPointer(of: books.sent.invoices.issueDate[sent])
      {
        linkage.markOrphan(sent)
      }
    }
  }
}
