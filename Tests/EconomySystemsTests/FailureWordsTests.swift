internal import EconomySystems
internal import Testing

@Suite struct FailureWordsTests {
  static let words: [(SystemFailure, String, mayHaveHappened: Bool)] = [
    (.timedOut, "the economy system did not answer in time", true),
    (.connectionLost("reset"), "the connection to the economy system broke: reset", true),
    (.notSent("refused"), "the economy system cannot be reached: refused", false),
    (
      .rateLimited(retryAfterSeconds: 7),
      "the economy system has had too many requests (429), and asks to come back after 7 s", false
    ),
    (.unavailable(status: 503, retryAfterSeconds: nil), "the economy system failed (503)", true),
    (
      .refused(status: 422, code: "out-of-range", message: "vat: 200"),
      "the economy system refused (422 out-of-range): vat: 200", false
    ),
    (
      .refused(status: 401, code: "", message: "no token"),
      "the economy system refused (401): no token", false
    ),
    (.unreadable("status 302"), "the economy system's answer cannot be read: status 302", true),
    (.keyInUse, "another request with this idempotency key is under way (409)", true),
    (.keyBoundToAnotherBody, "this idempotency key was used with another body (422)", false),
    (
      .keyOfTheGone(id: "12"), "the invoice 12 that this idempotency key made is no more (410)",
      false
    ),
    (
      .keyOfTheGone(id: nil), "the invoice that this idempotency key made is no more (410)", false
    ),
    (
      .unknownSupplier("Konsult Nord AB"),
      """
      the books of 'Konsult Nord AB' are not known: name its company under \
      [economy-system.suppliers] of the configuration
      """, false
    ),
  ]

  @Test(arguments: words)
  func `a failure in words`(_ failure: SystemFailure, _ text: String, _ mayHaveHappened: Bool) {
    #expect(failure.description == text)
    #expect(failure.mayHaveHappened == mayHaveHappened)
  }
}
