package import Invoicing

/// Some findings as the next audit needs them, in their order: what a `FindingRecord` has, in one
/// piece of memory, so that many can wait to be stored.
package struct KeptFindings: Sendable {
  /// The texts of a finding, in the order in which they stand.
  package enum Column: Int, CaseIterable {
    case fingerprint, rule, receivedID, supplier, number, mirrorID
    /// Joined by `;`.
    case sentIDs
    case customer, currency, cause
    /// The digits of an effect beyond 64 bits, in minor units; else empty.
    case wideEffect
  }

  package struct Row: Sendable {
    package let severity: Severity
    package let state: FindingState
    package let repair: RepairKind
    package let ageDays: Int
    /// Minor units, as the effect is; nil: that is beyond 64 bits.
    package let gross: Int64
    package let effect: Int64?
  }

  package private(set) var rows: [Row] = []
  /// The texts of all, row by row.
  package private(set) var bytes: [UInt8] = []
  /// Where each of the texts ends in `bytes`; it begins where the one before ends.
  private var ends: [Int] = []

  package init(_ told: ToldFindings) {
    rows.reserveCapacity(told.rows.count)
    ends.reserveCapacity(told.rows.count * Column.allCases.count)
    bytes.reserveCapacity(told.keptBytes)
    for row in told.rows {
      let effect = Int64(exactly: row.figures.effect)
      rows.append(
        Row(
          severity: row.figures.severity, state: row.figures.state, repair: row.figures.repair,
          ageDays: row.ageDays, gross: row.grossMinorUnits, effect: effect))
      addTexts(of: row, told, wideEffect: effect == nil ? "\(row.figures.effect)" : "")
    }
  }

  /// Where a text stands in `bytes`.
  package func place(of column: Column, _ row: Int) -> Range<Int> {
    let text = row * Column.allCases.count + column.rawValue
    return (text == 0 ? 0 : ends[text - 1])..<ends[text]
  }

  /// In the order of `Column`.
  private mutating func addTexts(
    of row: ToldFindings.Row, _ told: borrowing ToldFindings, wideEffect: String
  ) {
    add { $0.append(told.texts[row.fingerprint]) }
    add { $0.append(told.rules[row.figures.rule]) }
    add { $0.append(told.texts[row.receivedID]) }
    add { $0.append(told.texts[row.supplier]) }
    add { $0.append(told.texts[row.number]) }
    add { $0.append(told.texts[row.mirrorID]) }
    add { told.join(row.sent, to: &$0) }
    add { $0.append(told.texts[row.customer]) }
    add { $0.append(told.texts[row.currency]) }
    add { $0.append(told.causes[row.cause]) }
    add { $0.append(wideEffect) }
  }

  @inline(__always)
  private mutating func add(_ append: (inout [UInt8]) -> Void) {
    append(&bytes)
    ends.append(bytes.count)
  }
}

extension ToldFindings {
  /// More bytes than the texts that are kept have, mostly by little.
  fileprivate var keptBytes: Int {
    rows.reduce(0) { $0 + $1.cause.count } + texts.end + rows.count * 24
  }
}
