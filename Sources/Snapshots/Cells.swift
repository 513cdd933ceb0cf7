package import Invoicing

/// What a column of a stored table holds, for the writer and for the digest alike.
///
/// A text that is empty, and every value that is absent, is stored as NULL.
package enum Cells {
  case texts([Text])
  case integers([Int64])
  case optionalIntegers([Int64?])
  /// Row numbers in a file of the extract.
  case rows([UInt32])
  case flags([Bool])
  case dates([CalendarDate])
  case optionalDates(DateColumn)
  case moments([Moment])
  case optionalMoments(MomentColumn)
  /// A code for each row, and the words that the codes stand for.
  case words([UInt8], [StaticString])
  case currencies([Currency])
  case optionalCurrencies([Currency?])

  package static func words<Word: CodedWord>(_ words: [Word]) -> Cells {
    .words(words.map(\.rawValue), Word.allCases.map(\.word))
  }

  /// The column's type in a STRICT table.
  var type: String {
    switch self {
    case .integers, .optionalIntegers, .rows, .flags: "INTEGER"
    default: "TEXT"
    }
  }

  /// Whether no row lacks a value.
  var isNeeded: Bool {
    switch self {
    case .texts, .optionalIntegers, .optionalDates, .optionalMoments, .optionalCurrencies: false
    default: true
    }
  }
}
