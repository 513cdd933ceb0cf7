/// What the system gives of an entry behind a line.
package enum ExpenseReading: Hashable, Sendable {
  /// An expense, with its receipts.
  case receipts([FileContent])
  /// 501: a mileage reimbursement, which the system does not give.
  case mileage
  /// There is none such (404).
  case absent
}
