import Sandbox
import Testing

@Suite struct FaultsFileTests {
  @Test func `a file of faults is read in its order`() throws {
    let text = """
      [[fault]]
      on = "PUT client/invoice"
      kind = "lost-answer"
      probability = 0.3

      [[fault]]
      on = "post client/invoice/{id}/certify"
      kind = "rate-limit"
      at = [3, 7]
      retry-after = 5

      [[fault]]
      on = "GET expense/{id}"
      kind = "slow"
      milliseconds = 250
      probability = 1
      """
    #expect(
      try FaultsFile.rules(in: text, "f.toml") == [
        FaultRule(on: Endpoint(.put, .clientInvoice), .probability(0.3), .lostAnswer),
        FaultRule(on: Endpoint(.post, .certify), .at([3, 7]), .rateLimit, seconds: 5),
        FaultRule(on: Endpoint(.get, .expense), .probability(1), .slow, milliseconds: 250),
      ])
    #expect(try FaultsFile.rules(in: "", "f.toml").isEmpty)
  }

  static let resources =
    "a verb (GET, PUT, POST, DELETE) and a resource (info, user, supplier, client, "
    + "supplier/invoice, client/invoice, client/invoice/{id}/certify, "
    + "client/invoice/{id}/send, client/invoice/{id}/credit, client/invoice/{id}/pay, "
    + "expense), as in \"PUT client/invoice\""
  static let kinds =
    "lost-answer, lost-request, slow, error-before, error-after, rate-limit, reset, stale-list, "
    + "shifting-page"
  static let numbers =
    "a list of whole numbers, of which 1 is the first request, as in [3, 7]"

  /// What stands in the file, and the whole text of what is said.
  static let bad = [
    (
      "[[faults]]\n",
      "f.toml:1: there is no setting 'faults'\n  expected: [[fault]], and under it on, kind, and "
        + "probability or at"
    ),
    (
      "[[fault]]\non = \"PUT\"", "f.toml:2: fault 1: 'PUT' is no endpoint\n  expected: \(resources)"
    ),
    ("[[fault]]\n", "f.toml:1: fault 1: on is missing\n  expected: \(resources)"),
    (
      "[[fault]]\non = \"PUT client\"\nkind = \"lost\"",
      "f.toml:3: fault 1: 'lost' is no kind of fault\n  expected: \(kinds)"
    ),
    (
      "[[fault]]\non = \"PUT client\"\nkind = \"reset\"",
      "f.toml:1: fault 1: it says not when it strikes\n  expected: probability = 0.3, or "
        + "at = [3, 7]"
    ),
    (
      "[[fault]]\non = \"PUT client\"\nkind = \"reset\"\nat = [1]\nprobability = 1",
      "f.toml:4: fault 1: it has both probability and at\n  expected: one of them"
    ),
    (
      "[[fault]]\non = \"PUT client\"\nkind = \"reset\"\nprobability = 1.5",
      "f.toml:4: fault 1: it is no probability\n  expected: a number from 0 to 1"
    ),
    (
      "[[fault]]\non = \"PUT client\"\nkind = \"reset\"\nat = 3",
      "f.toml:4: fault 1: it is no list\n  expected: \(numbers)"
    ),
    (
      "[[fault]]\non = \"PUT client\"\nkind = \"reset\"\nat = [0]",
      "f.toml:4: fault 1: not all in it are whole numbers from 1 on\n  expected: \(numbers)"
    ),
    (
      "\n[[fault]]\non = \"PUT client\"\nkind = \"slow\"\nat = [1]",
      "f.toml:4: fault 1: a slow answer needs milliseconds\n  expected: milliseconds = 500"
    ),
    (
      "[[fault]]\non = \"PUT client\"\nkind = \"stale-list\"\nat = [1]",
      "f.toml:3: fault 1: a stale list needs seconds\n  expected: seconds = 10"
    ),
    (
      "[[fault]]\non = \"PUT client\"\nkind = \"reset\"\nat = [1]\nchance = 1",
      "f.toml:5: fault 1: there is no setting 'chance' of a fault\n  expected: at, kind, "
        + "milliseconds, on, probability, retry-after, seconds"
    ),
    (
      "[[fault]]\non = \"PUT client\"\nkind = \"slow\"\nat = [1]\nmilliseconds = -1",
      "f.toml:5: fault 1: milliseconds is none\n  expected: a whole number from 0 to 86400000"
    ),
    (
      "fault = 3",
      "f.toml:1: fault is no list\n  expected: [[fault]], and under it on, kind, and probability "
        + "or at"
    ),
  ]

  @Test(arguments: bad.indices) func `a bad file is refused with line and expectation`(place: Int) {
    let (text, words) = Self.bad[place]
    let error = #expect(throws: FaultsFileError.self) {
      try FaultsFile.rules(in: text, "f.toml")
    }
    #expect(error?.description == words)
  }

  @Test func `what is no TOML is refused with its line`() {
    let error = #expect(throws: FaultsFileError.self) {
      try FaultsFile.rules(in: "[[fault]]\non = ", "f.toml")
    }
    #expect(error?.line == 2)
  }

  @Test func `a file that is not there is refused`() {
    let error = #expect(throws: FaultsFileError.self) { try FaultsFile.read("no/such.toml") }
    #expect(error?.description == "no/such.toml: it cannot be read")
  }
}
