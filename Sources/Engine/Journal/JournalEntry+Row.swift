internal import Foundation
internal import GRDB
internal import Invoicing
internal import Mirroring
internal import RepairPlans

/// An entry as a row of the journal's tables, and back.
extension JournalEntry {
  /// Writes the entry at the journal's end.
  func insert(_ db: Database, for action: ActionReference?, isForeign: Bool = false) throws {
    var values = columns
    values["received_id"] = receivedID
    values["plan_id"] = action?.planID
    values["action_id"] = action?.actionID
    values["is_foreign"] = isForeign ? 1 : 0
    let names = values.keys.sorted()
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO entries (\(names.joined(separator: ", ")))
        VALUES (\(names.map { ":\($0)" }.joined(separator: ", ")))
        """)
    try statement.execute(arguments: StatementArguments(values))
    if case .intended(let intent) = self {
      try intent.insert(db, entry: db.lastInsertedRowID)
    }
  }

  private var columns: [String: (any DatabaseValueConvertible)?] {
    switch self {
    case .intended(let intent):
      ["kind": "intended", "at": intent.at.microseconds, "idempotency_key": intent.key]
    case .retried(_, let key, let at):
      ["kind": "retried", "at": at.microseconds, "idempotency_key": key]
    case .answered(let attempt, let mayExist):
      [
        "kind": "answered", "at": attempt.attemptedAt.microseconds,
        "idempotency_key": attempt.idempotencyKey, "sent_id": attempt.sentID,
        "outcome": attempt.outcome.name, "may_exist": mayExist ? 1 : 0,
      ]
    case .foundDead(_, let sentID, let at):
      ["kind": "found-dead", "at": at.microseconds, "sent_id": sentID]
    case .acting(let deed): deed.columns.merging(["kind": "acting"]) { $1 }
    case .acted(let deed): deed.columns.merging(["kind": "acted"]) { $1 }
    case .finished(let outcome):
      [
        "kind": "finished", "at": outcome.at.microseconds, "outcome": outcome.kind.name,
        "invoice_ids": outcome.invoiceIDs.joined(separator: "\n"), "why": outcome.why,
      ]
    }
  }

  /// The entry that a row of `entries`, joined with `intents`, holds.
  init(_ row: Row) throws {
    let cells = EntryCells(row)
    let receivedID = try cells.text("received_id")
    let at = try cells.moment()
    switch try cells.text("kind") {
    case "intended": self = .intended(try CreateIntent(cells, receivedID, at))
    case "retried":
      self = .retried(receivedID: receivedID, key: try cells.text("idempotency_key"), at: at)
    case "answered":
      let attempt = Attempt(
        receivedID: receivedID, idempotencyKey: cells.optional("idempotency_key"),
        attemptedAt: at, outcome: try cells.word("outcome"), sentID: cells.optional("sent_id"))
      self = .answered(attempt, mayExist: try cells.flag("may_exist"))
    case "found-dead":
      self = .foundDead(receivedID: receivedID, sentID: try cells.text("sent_id"), at: at)
    case "acting": self = .acting(try Deed(cells, receivedID, at))
    case "acted": self = .acted(try Deed(cells, receivedID, at))
    case "finished":
      self = .finished(
        CaseOutcome(
          receivedID: receivedID, kind: try cells.word("outcome"),
          invoiceIDs: try cells.list("invoice_ids"), why: try cells.text("why"), at: at))
    default: throw cells.bad("kind")
    }
  }
}

extension Deed {
  fileprivate var columns: [String: (any DatabaseValueConvertible)?] {
    [
      "at": at.microseconds, "sent_id": sentID, "deed": kind.name,
      "credit_note_id": creditNoteID,
    ]
  }

  fileprivate init(_ cells: EntryCells, _ receivedID: String, _ at: Moment) throws {
    self.init(
      receivedID: receivedID, kind: try cells.word("deed"), sentID: try cells.text("sent_id"),
      creditNoteID: cells.optional("credit_note_id"), at: at)
  }
}

extension CreateIntent {
  fileprivate func insert(_ db: Database, entry: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO intents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      entry, Data(body.bytes), body.contentType,
      dead.joined(separator: "\n"), expected.customer, expected.gross.currency.code,
      "\(expected.net.minorUnits)", "\(expected.vat.minorUnits)",
      "\(expected.gross.minorUnits)",
    ])
  }

  fileprivate init(_ cells: EntryCells, _ receivedID: String, _ at: Moment) throws {
    let currency = try cells.currency()
    self.init(
      receivedID: receivedID, key: try cells.text("idempotency_key"), dead: try cells.list("dead"),
      body: CreateBody(bytes: try cells.bytes("body"), contentType: try cells.text("content_type")),
      expected: MirrorTotals(
        customer: cells.optional("customer"), net: try cells.money("net", currency),
        vat: try cells.money("vat", currency), gross: try cells.money("gross", currency)),
      at: at)
  }
}
