package import Invoicing

/// What a mirror is made of.
package struct MirrorBasis: Hashable, Sendable {
  package var received: ReceivedReading
  package var source: SourceReading
  package var customer: CustomerReading
  /// One for each line of the source, nil where it has no entry.
  package var expenses: [ExpenseReading?]

  package init(
    received: ReceivedReading, source: SourceReading, customer: CustomerReading,
    expenses: [ExpenseReading?]
  ) {
    self.received = received
    self.source = source
    self.customer = customer
    self.expenses = expenses
  }

  /// The source's lines, of mileage where the system would not give the entry.
  package var lines: [BilledLine] {
    zip(source.lines, expenses).map { line, expense in
      guard expense == .mileage else { return line }
      var line = line
      line.line.kind = .mileage
      return line
    }
  }

  /// The received invoice's own files and the receipts of these lines, each content and name once.
  package func files(skip: [LineKind]) -> [FileContent] {
    var files: [FileContent] = []
    for file in received.files where !files.contains(where: { $0.sha256 == file.sha256 }) {
      files.append(file)
    }
    for (line, expense) in zip(lines, expenses) where !skip.contains(line.line.kind) {
      guard case .receipts(let receipts) = expense else { continue }
      for file in receipts where !files.contains(where: { $0.sha256 == file.sha256 }) {
        files.append(file)
      }
    }
    return files.named()
  }
}
