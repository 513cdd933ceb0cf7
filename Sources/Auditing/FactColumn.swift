internal import Invoicing

/// The columns that count as evidence, as the extract names them.
package enum FactColumn: UInt8, CodedWord {
  case id, number, customer, kind, issueDate, status, mirrorOf, idempotencyKey, createdAt
  case endedAt, processed, processedAt, mirrorID, line, description, net, name
  case sha256, attemptedAt, outcome, sentID
  /// The moment of the last snapshot that had an invoice which has vanished.
  case lastSeen

  package var word: StaticString {
    switch self {
    case .id: "id"
    case .number: "number"
    case .customer: "customer"
    case .kind: "kind"
    case .issueDate: "issue_date"
    case .status: "status"
    case .mirrorOf: "mirror_of"
    case .idempotencyKey: "idempotency_key"
    case .createdAt: "created_at"
    case .endedAt: "ended_at"
    case .processed: "processed"
    case .processedAt: "processed_at"
    case .mirrorID: "mirror_id"
    case .line: "line"
    case .description: "description"
    case .net: "net"
    case .name: "name"
    case .sha256: "sha256"
    case .attemptedAt: "attempted_at"
    case .outcome: "outcome"
    case .sentID: "sent_id"
    case .lastSeen: "last_seen"
    }
  }
}
