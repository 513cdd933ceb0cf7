internal import EconomyAPI
internal import GRDB
internal import Invoicing

extension TruthEvent {
  func write(to db: Database) throws {
    try db.run(
      """
      INSERT INTO truth (number, at, company, verb, resource, deed, subject, foreign_id, meant_for,
        key, status, fault, delivery, delay_milliseconds, deleted)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number, at.microseconds, company, endpoint.verb.rawValue, endpoint.resource.rawValue,
        deed.rawValue, subject, foreignID, meantFor, key, status, fault?.rawValue,
        delivery.word, delivery.milliseconds,
        deleted.map { MessageForm.clientInvoice.body(of: $0) },
      ])
  }

  /// The events of a company at these places of its list.
  static func read(
    from db: Database, company: Int64, places: Range<Int>
  ) throws -> [TruthEvent] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT number, at, company, verb, resource, deed, subject, foreign_id, meant_for,
          key, status, fault, delivery, delay_milliseconds, deleted
        FROM truth WHERE company = ? ORDER BY number LIMIT ? OFFSET ?
        """, arguments: [company, places.count, places.lowerBound])
    var events: [TruthEvent] = []
    while let row = try rows.next() { events.append(try TruthEvent(row)) }
    return events
  }

  private init(_ row: Row) throws {
    let number: Int64 = row[0]
    guard let verb = Verb(rawValue: row[3]), let resource = Resource(rawValue: row[4]),
      let deed = Deed(rawValue: row[5]), let delivery = Delivery(row[12], row[13])
    else { throw BadStoredBody(table: "truth", id: number, detail: "a word that is none") }
    let deleted: String? = row[14]
    self.init(
      number: number, at: Moment(microseconds: row[1]), company: row[2],
      endpoint: Endpoint(verb, resource), deed: deed, subject: row[6], foreignID: row[7],
      meantFor: row[8], key: row[9], status: row[10],
      fault: (row[11] as String?).flatMap(FaultKind.init(rawValue:)), delivery: delivery,
      deleted: try deleted.map { try MessageForm.clientInvoice.decode(Array($0.utf8), as: .json) })
  }
}

extension Delivery {
  /// As the truth has it.
  var word: String {
    switch self {
    case .prompt: "prompt"
    case .late: "late"
    case .never: "never"
    case .reset: "reset"
    }
  }

  /// How late.
  var milliseconds: Int? {
    guard case .late(let milliseconds) = self else { return nil }
    return milliseconds
  }

  init?(_ word: String, _ milliseconds: Int?) {
    switch word {
    case "prompt": self = .prompt
    case "late": self = .late(milliseconds: milliseconds ?? 0)
    case "never": self = .never
    case "reset": self = .reset
    default: return nil
    }
  }
}
