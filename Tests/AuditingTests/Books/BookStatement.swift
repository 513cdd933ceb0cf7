import Invoicing

/// One line of a book text, taken apart: a noun, mostly an id, and fields.
///
/// A field is a keyword and what follows it up to the next keyword or comma. A clause without one
/// is a date, or an amount with its currency. Words in `"` are one word and no keyword.
struct BookStatement {
  let noun: String
  private(set) var id: String?
  private var fields: [String: String] = [:]
  private let line: Int
  private let text: String

  private static let keywords: Set<String> = [
    "about", "at", "created", "credits", "draft", "booked", "sent", "paid", "credited", "cancelled",
    "deleted", "open", "ended", "expense", "failed", "timeout", "conflict", "replayed", "for",
    "from", "key", "mileage", "mirrors", "name", "naming", "net", "number", "of", "other",
    "processed", "reference", "rounding", "seen", "service", "sha", "to", "unprocessed", "vat",
    "with", "credit-note",
  ]

  init(_ text: String, line: Int) throws(BookMistake) {
    self.text = text
    self.line = line
    var clauses = Self.clauses(of: text)
    noun = clauses[0].removeFirst().text
    if let first = clauses[0].first, !first.isKeyword { id = clauses[0].removeFirst().text }
    for clause in clauses where !clause.isEmpty { try read(clause) }
  }

  /// The value of a field, which is then used up; nil where it is not there.
  mutating func take(_ name: String) -> String? { fields.removeValue(forKey: name) }

  /// The first of these words that stands here as a field, with its value.
  mutating func takeFirst<Word: CodedWord>(_ words: [Word]) -> (word: Word, value: String)? {
    for word in words {
      if let value = take(word.name) { return (word, value) }
    }
    return nil
  }

  mutating func takeDate(_ name: String = "date") throws(BookMistake) -> CalendarDate? {
    guard let value = take(name) else { return nil }
    guard let date = CalendarDate(Array(value.utf8).span) else {
      throw mistake("'\(value)' is no date")
    }
    return date
  }

  mutating func takeMoment(_ name: String) throws(BookMistake) -> Moment? {
    guard let value = take(name), !value.isEmpty else { return nil }
    return try moment(value)
  }

  func moment(_ value: String) throws(BookMistake) -> Moment {
    guard let moment = Moment(Array(value.utf8).span) else {
      throw mistake("'\(value)' is no moment")
    }
    return moment
  }

  mutating func takeCurrency() throws(BookMistake) -> Currency? {
    guard let value = take("currency") else { return nil }
    guard let currency = Currency(value) else { throw mistake("'\(value)' is no currency") }
    return currency
  }

  mutating func takeAmount(_ name: String, decimals: Int) throws(BookMistake) -> Int64? {
    guard let value = take(name) else { return nil }
    let digits = value.utf8.filter { $0 != UInt8(ascii: " ") }
    do {
      return try DecimalReading.read(Array(digits).span, decimals: decimals)
    } catch {
      throw mistake("'\(value)' is no amount: \(error)")
    }
  }

  func takeID() throws(BookMistake) -> String {
    guard let id else { throw mistake("the \(noun) has no id") }
    return id
  }

  /// Throws where something is left that the noun has no use for.
  func end() throws(BookMistake) {
    if let name = fields.keys.min() { throw mistake("'\(name)' says nothing of '\(noun)'") }
  }

  func mistake(_ what: String) -> BookMistake { BookMistake(line: line, text: text, what: what) }

  private mutating func read(_ clause: [Word]) throws(BookMistake) {
    var unnamed: [String] = []
    var name: String?
    for word in clause {
      if word.isKeyword {
        if fields[word.text] != nil { throw mistake("'\(word.text)' twice") }
        name = word.text
        fields[word.text] = ""
      } else if let name, let value = fields[name] {
        fields[name] = value.isEmpty ? word.text : "\(value) \(word.text)"
      } else {
        unnamed.append(word.text)
      }
    }
    if !unnamed.isEmpty { try readUnnamed(unnamed) }
  }

  private mutating func readUnnamed(_ words: [String]) throws(BookMistake) {
    if words.count == 1, CalendarDate(Array(words[0].utf8).span) != nil {
      fields["date"] = words[0]
    } else if words.count > 1, Currency(words[words.count - 1]) != nil {
      fields["gross"] = words.dropLast().joined(separator: " ")
      fields["currency"] = words[words.count - 1]
    } else {
      throw mistake("'\(words.joined(separator: " "))' says nothing")
    }
  }

  private struct Word {
    var text: String
    var isQuoted = false

    var isKeyword: Bool { !isQuoted && BookStatement.keywords.contains(text) }
  }

  private static func clauses(of text: String) -> [[Word]] {
    var clauses: [[Word]] = [[]]
    var word = Word(text: "")
    var isInQuotes = false
    func end() {
      if !word.text.isEmpty || word.isQuoted { clauses[clauses.count - 1].append(word) }
      word = Word(text: "")
    }
    for character in text {
      switch character {
      case "\"":
        isInQuotes.toggle()
        word.isQuoted = true
      case _ where isInQuotes: word.text.append(character)
      case " ": end()
      case ",":
        end()
        clauses.append([])
      default: word.text.append(character)
      }
    }
    end()
    return clauses
  }
}
