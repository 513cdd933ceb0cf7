package import Invoicing

/// What a column of a stored table holds, for the writer and for the digest alike.
///
/// A text that is empty, and every value that is absent, is stored as NULL.
package enum Cells {
  case texts([Text])
  /// Texts of which most are absent.
  case rareTexts(RareTexts)
  /// Ids, or what looks like one: the row number of the invoice that has it, else the text.
  case references([Text], TextNumbers)
  /// The same, of ids of several ledgers: that of each row, and the numbers by ledger.
  case ledgerReferences([Text], [Ledger], [TextNumbers])
  case integers([Int64])
  case optionalIntegers([Int64?])
  /// Numbers of which most are 0, stored as NULL.
  case rarities(RareNumbers)
  /// Totals of net, VAT and rounding, NULL where they are their sum.
  case totals([Int64], InvoiceColumns)
  /// Row numbers in a file of the extract.
  case rows(RowNumbers)
  case flags([Bool])
  case dates([CalendarDate])
  case optionalDates(DateColumn)
  case moments([Moment])
  case optionalMoments(MomentColumn)
  /// Moments as whole seconds since 1970-01-01, those between two as text.
  case seconds([Moment])
  case optionalSeconds(MomentColumn)
  /// A code for each row, and the words that the codes stand for.
  case words([UInt8], [StaticString])
  /// The same, stored as the code.
  case codes([UInt8], [StaticString])
  case heads(InvoiceHeads)
  /// Due dates or suppliers that do not fit into the heads.
  case secondsBeyond(InvoiceHeads)
  case partiesBeyond(InvoiceHeads)
  case currencies([Currency])
  /// Places in the table of currencies, counted from 0, by a currency's ordinal.
  case currencyPlaces([Currency?], [UInt8])

  package static func words<Word: CodedWord>(_ words: [Word]) -> Cells {
    .words(words.map(\.rawValue), Word.allCases.map(\.word))
  }

  static func codes<Word: CodedWord>(_ words: [Word]) -> Cells {
    .codes(words.map(\.rawValue), Word.allCases.map(\.word))
  }

  /// The column's type in a STRICT table.
  var type: String {
    switch self {
    case .integers, .optionalIntegers, .rows, .flags, .rarities, .totals, .codes, .heads,
      .secondsBeyond, .partiesBeyond, .currencyPlaces:
      "INTEGER"
    case .references, .ledgerReferences, .seconds, .optionalSeconds: "ANY"
    default: "TEXT"
    }
  }

  /// Whether no row lacks a value.
  var isNeeded: Bool {
    switch self {
    case .texts, .rareTexts, .references, .ledgerReferences, .optionalIntegers, .rarities, .totals,
      .optionalDates, .optionalMoments, .optionalSeconds, .secondsBeyond, .partiesBeyond,
      .currencyPlaces:
      false
    default: true
    }
  }

  /// Whether a column of such cells is left out where no row has a value.
  var mayBeUnstored: Bool {
    switch self {
    case .texts, .rareTexts, .references, .rarities, .totals, .secondsBeyond, .partiesBeyond: true
    default: false
    }
  }

  /// Whether there are rows, and the column is left out.
  var isUnused: Bool {
    switch self {
    case .texts(let texts), .references(let texts, _):
      !texts.isEmpty && texts.allSatisfy(\.isAbsent)
    case .rareTexts(let texts): texts.count > 0 && texts.areNone
    case .rarities(let numbers): numbers.count > 0 && numbers.areNone
    case .totals(let totals, let columns):
      !totals.isEmpty && totals.indices.allSatisfy { totals[$0] == columns.sum($0) }
    case .secondsBeyond(let heads): !heads.numbers.isEmpty && heads.doAllSecondsFit
    case .partiesBeyond(let heads): !heads.numbers.isEmpty && heads.doAllPartiesFit
    default: false
    }
  }
}

extension InvoiceColumns {
  /// What gross should be.
  @inline(__always)
  func sum(_ row: Int) -> Int64 { net[row] &+ vat[row] &+ rounding[row] }
}
