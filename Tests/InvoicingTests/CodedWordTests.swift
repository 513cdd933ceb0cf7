import Invoicing
import Testing

@Suite struct CodedWordTests {
  private func comesBack<Word: CodedWord>(_: Word.Type) -> Bool {
    !Word.allCases.isEmpty
      && Word.allCases.allSatisfy {
        Word($0.name) == $0 && Word(Array($0.name.utf8).span) == $0 && Word("\($0.name) ") == nil
      } && Word("") == nil && Set(Word.allCases.map(\.name)).count == Word.allCases.count
  }

  @Test func `every word of an extract comes back from its text, and nothing else does`() {
    #expect(comesBack(Ledger.self))
    #expect(comesBack(InvoiceKind.self))
    #expect(comesBack(ReceivedStatus.self))
    #expect(comesBack(SentStatus.self))
    #expect(comesBack(SourceStatus.self))
    #expect(comesBack(LineKind.self))
    #expect(comesBack(AttemptOutcome.self))
    #expect(comesBack(FlagValue.self))
    #expect(comesBack(LinkField.self))
    #expect(comesBack(ExtractFile.self))
  }

  @Test func `the words are those of the contract`() {
    #expect(InvoiceKind.words == "invoice, credit-note")
    #expect(ReceivedStatus.words == "open, booked, paid, cancelled")
    #expect(SentStatus.words == "draft, booked, sent, paid, credited, cancelled, deleted")
    #expect(SourceStatus.words == "draft, sent, paid, cancelled, credited")
    #expect(LineKind.words == "service, expense, mileage, other")
    #expect(AttemptOutcome.words == "created, replayed, timeout, failed, conflict")
    #expect(Ledger.words == "received, sent, source")
  }
}
