package import Invoicing

/// What really happened at one request: an `event` of the sandbox's `truth`; ours.
package struct APITruthEvent: Hashable, Sendable {
  /// Counted over all companies.
  package var number: Int64?
  package var at: Moment?
  package var verb: String?
  package var resource: String?
  /// What it did to the books: `read`, `created`, `updated`, `deleted`, `certified`, `sent`,
  /// `credited`, `paid`, `replayed`, `refused`, `nothing`.
  package var deed: String?
  /// The id of what was made, changed, replayed or asked for.
  package var subject: Int64?
  package var foreignID: String?
  /// Of a create of a client invoice: the `foreign-id` that its body bore.
  package var meantFor: String?
  /// `idempotency-key`.
  package var key: String?
  /// Of HTTP; nil where nothing was to be answered.
  package var status: Int64?
  package var fault: String?
  /// What became of the answer: `prompt`, `late`, `never`, `reset`.
  package var delivery: String?
  package var delayMilliseconds: Int64?
  /// Of a deletion: what was deleted.
  package var deleted: ClientInvoice?

  package init() {}
}

extension APITruthEvent: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("number", .identifier, \.number),
    .leaf("at", .moment, \.at),
    .leaf("verb", .text, \.verb),
    .leaf("resource", .text, \.resource),
    .leaf("deed", .text, \.deed),
    .leaf("subject", .identifier, \.subject),
    .leaf("foreign-id", .text, \.foreignID),
    .leaf("meant-for", .text, \.meantFor),
    .leaf("idempotency-key", .text, \.key),
    .leaf("status", .identifier, \.status),
    .leaf("fault", .text, \.fault),
    .leaf("delivery", .text, \.delivery),
    .leaf("delay-milliseconds", .identifier, \.delayMilliseconds),
    .message("deleted", \.deleted),
  ])
}
