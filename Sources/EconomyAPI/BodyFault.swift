/// Why a body is not the message that it should be, and where.
package enum BodyFault: Error, Hashable, Sendable {
  /// Not to be read at all; both counted from 1, the column in bytes.
  case malformed(line: Int, column: Int, Malformation)
  /// A value that its element cannot have. The element is named with those around it, as
  /// `rows/row[2]/price`, and the value as it was given, cut short.
  case outOfRange(element: String, value: String, expected: ExpectedValue)
  /// More bytes or values than `BodyLimits` allow.
  case tooLarge(limit: Int, BodyMeasure)

  /// What the same fault is called one element further out.
  func inside(_ element: String) -> BodyFault {
    guard case .outOfRange(let inner, let value, let expected) = self else { return self }
    return .outOfRange(element: "\(element)/\(inner)", value: value, expected: expected)
  }

  /// The status of HTTP that says it.
  package var status: Int {
    switch self {
    case .malformed: 400
    case .outOfRange: 422
    case .tooLarge: 413
    }
  }

  /// What stands in `error/code`.
  package var code: String {
    switch self {
    case .malformed: "malformed"
    case .outOfRange: "out-of-range"
    case .tooLarge: "too-large"
    }
  }
}

extension BodyFault: CustomStringConvertible {
  /// One sentence: `line 3, column 14: …`, or the element, its value and what was expected.
  package var description: String {
    switch self {
    case .malformed(let line, let column, let what): "line \(line), column \(column): \(what)"
    case .outOfRange(let element, let value, let expected):
      "\(element): \(value) is not \(expected)"
    case .tooLarge(let limit, let measure): "the body has more than \(limit) \(measure.rawValue)"
    }
  }
}
