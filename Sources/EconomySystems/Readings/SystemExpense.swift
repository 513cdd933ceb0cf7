/// What the system gives of an entry behind a line.
package enum SystemExpense: Hashable, Sendable {
  /// An expense, with its receipts.
  case receipts([SystemFile])
  /// 501: a mileage reimbursement, which the system does not give.
  case mileage
  /// There is none such.
  case absent
}
