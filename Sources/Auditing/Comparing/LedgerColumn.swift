internal import Invoicing

/// A column of a file of the extract, as a comparison reads it.
struct LedgerColumn: Sendable {
  let name: String
  /// What stands there, as the extract writes it.
  let word: @Sendable (Books, Int) -> String
  /// A number that is the same where the same stands there.
  let mark: @Sendable (Books, Int, TextMarks) -> UInt64

  static func text(
    _ name: String, _ column: @escaping @Sendable (Books) -> [Text]
  ) -> Self {
    Self(name: name) {
      $0.string(column($0)[$1])
    } mark: {
      $2[column($0)[$1]]
    }
  }

  static func rareText(
    _ name: String, _ column: @escaping @Sendable (Books) -> RareTexts
  ) -> Self {
    Self(name: name) {
      $0.string(column($0)[$1])
    } mark: {
      $2[column($0)[$1]]
    }
  }

  static func word<Word: CodedWord>(
    _ name: String, _ word: @escaping @Sendable (Books, Int) -> Word
  ) -> Self {
    Self(name: name) {
      word($0, $1).name
    } mark: { books, row, _ in
      UInt64(word(books, row).rawValue)
    }
  }

  static func date(
    _ name: String, _ date: @escaping @Sendable (Books, Int) -> CalendarDate?
  ) -> Self {
    Self(name: name) {
      date($0, $1)?.description ?? ""
    } mark: { books, row, _ in
      UInt64(bitPattern: Int64(date(books, row)?.days ?? .min))
    }
  }

  static func moment(
    _ name: String, _ moment: @escaping @Sendable (Books, Int) -> Moment?
  ) -> Self {
    Self(name: name) {
      moment($0, $1)?.description ?? ""
    } mark: { books, row, _ in
      UInt64(bitPattern: moment(books, row)?.microseconds ?? .min)
    }
  }

  /// An amount in the minor units that its decimals say.
  static func amount(
    _ name: String, _ amount: @escaping @Sendable (Books, Int) -> (Int64, decimals: Int)
  ) -> Self {
    Self(name: name) {
      let (minorUnits, decimals) = amount($0, $1)
      return Money.decimal(Int128(minorUnits), decimals: decimals)
    } mark: { books, row, _ in
      let (minorUnits, decimals) = amount(books, row)
      return UInt64(bitPattern: minorUnits &* 8 &+ Int64(decimals))
    }
  }
}
