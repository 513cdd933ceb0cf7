/// Why a request is not done: a status of HTTP, a word, a sentence.
package struct Refusal: Error, Hashable, Sendable {
  package var status: Int
  /// `error/code`.
  package var code: String
  /// `error/message`.
  package var message: String
  /// The seconds of `Retry-After`, where the status has them.
  package var retryAfter: Int?

  package init(_ status: Int, _ code: String, _ message: String, retryAfter: Int? = nil) {
    self.status = status
    self.code = code
    self.message = message
    self.retryAfter = retryAfter
  }
}

extension Refusal {
  static func foreignCompany(_ company: Int64) -> Self {
    Self(403, "other-company", "the token does not open the books of company \(company)")
  }

  static func foreign(_ what: String, _ id: Int64) -> Self {
    Self(403, "other-company", "\(what) \(id) stands in another company's books")
  }

  static func missing(_ what: String, _ id: Int64) -> Self {
    Self(404, "not-found", "there is no \(what) \(id)")
  }

  static func conflict(_ message: String) -> Self { Self(409, "conflict", message) }

  /// A value that its element cannot have; the element is named as in the body.
  static func outOfRange(_ element: String, _ message: String) -> Self {
    Self(422, "out-of-range", "\(element): \(message)")
  }

  static let mileage = Self(
    501, "not-implemented", "mileage reimbursements cannot be read over this interface")

  static let serverError = Self(500, "internal-error", "the request could not be completed")

  static func tooMany(retryAfter seconds: Int) -> Self {
    Self(
      429, "too-many-requests", "too many requests: try again in \(seconds) s",
      retryAfter: seconds)
  }

  static let reusedKey = Self(
    422, "idempotency-key-reused", "Idempotency-Key: it was used with another body")

  static let runningKey = Self(
    409, "idempotency-key-in-use", "Idempotency-Key: the first request with it is still running")

  static func goneResult(_ id: Int64) -> Self {
    Self(410, "gone", "client-invoice \(id), which this Idempotency-Key made, has been deleted")
  }
}
