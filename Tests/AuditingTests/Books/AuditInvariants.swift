import Auditing
import Invoicing

/// What holds of every audit, whatever the books.
enum AuditInvariants {
  /// A sentence for each that is broken.
  static func broken(by audit: Audit) -> [String] {
    tieOut(audit) + causes(audit) + fingerprints(audit) + order(audit) + links(audit)
      + counts(audit)
  }

  /// Nothing is unexplained, and the findings' effects add up to what the rows call findings.
  private static func tieOut(_ audit: Audit) -> [String] {
    var effects: [String: Int128] = [:]
    for finding in audit.findings {
      effects[finding.record.currency.code, default: 0] += finding.record.effect
    }
    var faults: [String] = []
    for row in audit.tieOut where row.unexplained != 0 {
      faults.append("\(row.unexplained) \(row.currency.code) unexplained for '\(row.supplier)'")
    }
    for row in audit.tieOut { effects[row.currency.code, default: 0] -= row.findings }
    for (code, rest) in effects where rest != 0 {
      faults.append("effects and tie-out differ by \(rest) \(code)")
    }
    return faults
  }

  private static let idsAndMoments: Set<String> = [
    "id", "mirror_id", "mirror_of", "sent_id", "idempotency_key", "issue_date", "created_at",
    "ended_at", "processed_at", "attempted_at", "last_seen",
  ]

  private static func causes(_ audit: Audit) -> [String] {
    var faults: [String] = []
    var seen: Set<[String]> = []
    for finding in audit.findings {
      let record = finding.record
      let evidence = finding.evidence.flatMap(\.fields).filter {
        idsAndMoments.contains($0.column.name)
      }
      for value in record.sentIDs + evidence.map(\.value) where !record.cause.contains(value) {
        faults.append("\(record.rule) does not say '\(value)': \(record.cause)")
      }
      if finding.evidence.isEmpty { faults.append("\(record.rule) has no evidence") }
      if !seen.insert([record.rule, record.cause]).inserted {
        faults.append("\(record.rule) says twice: \(record.cause)")
      }
    }
    return faults
  }

  private static func fingerprints(_ audit: Audit) -> [String] {
    let prints = audit.findings.map(\.record.fingerprint)
    let strange = prints.filter { print in
      print.utf8.count != 16 || !print.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
    return strange.map { "'\($0)' is no fingerprint" }
      + (Set(prints).count == prints.count ? [] : ["two findings have one fingerprint"])
  }

  /// By severity, then size of the effect, then rule, then ids.
  private static func order(_ audit: Audit) -> [String] {
    zip(audit.findings, audit.findings.dropFirst()).compactMap { a, b in
      let (a, b) = (a.record, b.record)
      let isInOrder =
        if a.severity != b.severity {
          a.severity < b.severity
        } else if size(a) != size(b) {
          size(a) > size(b)
        } else if a.rule != b.rule {
          a.rule < b.rule
        } else {
          IdentifierOrder.compare(Array(a.receivedID.utf8).span, Array(b.receivedID.utf8).span) <= 0
        }
      return isInOrder ? nil : "\(a.rule) \(a.receivedID) before \(b.rule) \(b.receivedID)"
    }
  }

  private static func size(_ record: FindingRecord) -> Int128 {
    Money(record.effect, record.currency).comparableSize
  }

  /// Each link's two ends exist, a sent invoice has one link at most, and each has its evidence.
  private static func links(_ audit: Audit) -> [String] {
    var faults: [String] = []
    var linked: Set<Int32> = []
    for link in audit.links {
      let isThere =
        (0..<audit.books.sent.count).contains(Int(link.sent))
        && (0..<audit.books.received.count).contains(Int(link.received))
      if !isThere { faults.append("a link leads nowhere") }
      if !linked.insert(link.sent).inserted { faults.append("a sent invoice is linked twice") }
      if link.value.isAbsent, link.field != .content { faults.append("a link without evidence") }
    }
    return faults
  }

  private static func counts(_ audit: Audit) -> [String] {
    audit.rules.compactMap { run in
      let found = audit.findings.count { $0.record.rule == run.rule }
      return found == run.findings ? nil : "\(run.rule) counts \(run.findings), found \(found)"
    }
  }
}
