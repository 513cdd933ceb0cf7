import Engine
import Foundation
import Invoicing
import Testing

/// What `mirror-engine.toml` may say, and what is said of what it may not.
@Suite struct EngineConfigurationTests {
  @Test func `all keys are read`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      Self.whole, to: "mirror-engine.toml")
    try folder.write("s3cret\n", to: "secret", mode: 0o600)
    let read = try EngineConfiguration.load(path)
    var system = EconomySystemSettings(address: "http://127.0.0.1:8080", group: 1)
    system.requests = RequestLimit(limit: 25, seconds: 5)
    system.concurrency = 4
    system.timeoutSeconds = 10
    system.suppliers = ["Konsult Nord AB": 2]
    system.fields.mirrorOf = "notes"
    system.fields.processed = "po-nr"
    system.fields.endCustomer = "foreign-id"
    #expect(read.system == system)
    #expect(read.groupName == "Consulting Group")
    #expect(read.journal == folder.file("kept/journal.sqlite"))
    #expect(read.skip == [.mileage, .other])
    #expect(read.retryBudgetSeconds == 60)
    #expect(read.visibleAfterSeconds == 5)
    #expect(read.allowedSigners == folder.file("allowed_signers"))
    #expect(read.planMaxAgeDays == 14)
    #expect(try read.token(environment: [:]).value == "s3cret")
    #expect(try read.token(environment: ["MIRROR_ENGINE_TOKEN": "other"]).value == "other")
  }

  @Test func `what may be left out has the defaults of the documentation`() throws {
    let folder = try TemporaryFolder()
    let read = try EngineConfiguration.load(
      try folder.write(Self.least, to: "mirror-engine.toml"))
    #expect(read.system == EconomySystemSettings(address: "http://127.0.0.1:8080", group: 1))
    #expect(read.system.requests == nil)
    #expect(read.system.concurrency == 8)
    #expect(read.system.timeoutSeconds == 30)
    #expect(read.system.fields.mirrorOf == "foreign-id")
    #expect(read.system.fields.processed == "foreign-id")
    #expect(read.system.fields.endCustomer == "po-nr")
    #expect(read.journal == folder.file("journal.sqlite"))
    #expect(read.skip == [.mileage])
    #expect(read.retryBudgetSeconds == 300)
    #expect(read.retryPauseSeconds == 0.5)
    #expect(read.visibleAfterSeconds == 0)
    #expect(read.allowedSigners == nil)
    #expect(read.planMaxAgeDays == nil)
  }

  @Test func `times are seconds, whole ones or parts of one`() throws {
    let folder = try TemporaryFolder()
    let text = Self.least.replacing("group = 1", with: "group = 1\ntimeout-seconds = 0.2")
    let read = try EngineConfiguration.load(
      try folder.write(
        text + "\nretry-budget-seconds = 2.5\nretry-pause-seconds = 0.02\n"
          + "visible-after-seconds = 1", to: "mirror-engine.toml"))
    #expect(read.system.timeoutSeconds == 0.2)
    #expect(read.retryBudgetSeconds == 2.5)
    #expect(read.retryPauseSeconds == 0.02)
    #expect(read.visibleAfterSeconds == 1)
  }

  @Test func `the address of the command line goes before the file's`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.least, to: "mirror-engine.toml")
    let read = try EngineConfiguration.load(path, address: "https://books.example/pe/")
    #expect(read.system.address == "https://books.example/pe")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: (String, String)
    let text: String
  }

  static let refusals = [
    Refusal(
      testDescription: "an unknown key", change: ("group = 1", "group = 1\nconcurency = 3"),
      text: """
        FILE: economy-system.concurency: there is no such setting
          expected: one of address, concurrency, fields, group, kind, requests, suppliers, \
        timeout-seconds, token-file
        """),
    Refusal(
      testDescription: "an unknown table", change: ("[engine]", "[motor]\n[engine]"),
      text: """
        FILE: motor: there is no such setting
          expected: one of economy-system, engine, token-file
        """),
    Refusal(
      testDescription: "no address", change: ("address = \"http://127.0.0.1:8080\"", ""),
      text: """
        FILE: economy-system.address: it is missing
          expected: an address as http://127.0.0.1:8080, or --address
        """),
    Refusal(
      testDescription: "an address that is none", change: ("http://127", "ftp://127"),
      text: "FILE: economy-system.address: expected an address as http://127.0.0.1:8080"),
    Refusal(
      testDescription: "another system", change: ("group = 1", "group = 1\nkind = \"sap\""),
      text: "FILE: economy-system.kind: expected one of pe"),
    Refusal(
      testDescription: "no group", change: ("group = 1", ""),
      text: """
        FILE: economy-system.group: it is missing
          expected: a whole number from 1 to 2147483647
        """),
    Refusal(
      testDescription: "no group's name", change: ("group-name = \"G\"", ""),
      text: """
        FILE: engine.group-name: it is missing
          expected: the group's name in quotes
        """),
    Refusal(
      testDescription: "half a limit",
      change: ("group = 1", "group = 1\nrequests = { limit = 25 }"),
      text: """
        FILE: economy-system.requests.seconds: it is missing
          expected: a whole number from 1 to 86400
        """),
    Refusal(
      testDescription: "a supplier with the group's books",
      change: ("[engine]", "[economy-system.suppliers]\nA = 1\n[engine]"),
      text: "FILE: economy-system.suppliers.A: expected another company than the group's own, 1"),
    Refusal(
      testDescription: "two suppliers with one company's books",
      change: ("[engine]", "[economy-system.suppliers]\nA = 2\nB = 2\n[engine]"),
      text: """
        FILE: economy-system.suppliers.B: expected another company than 2, which is that of 'A'
        """),
    Refusal(
      testDescription: "a field that is none",
      change: ("[engine]", "[economy-system.fields]\nmirror-of = \"rows\"\n[engine]"),
      text: """
        FILE: economy-system.fields.mirror-of: expected one of foreign-id, notes, po-nr, \
        your-reference
        """),
    Refusal(
      testDescription: "a timeout of nothing",
      change: ("group = 1", "group = 1\ntimeout-seconds = 0"),
      text: """
        FILE: economy-system.timeout-seconds: expected a number of seconds from 0.01 to 3600
        """),
    Refusal(
      testDescription: "a time that is no number",
      change: ("[engine]", "[engine]\nretry-budget-seconds = \"5 s\""),
      text: "FILE: engine.retry-budget-seconds: expected a number of seconds from 0 to 86400"),
    Refusal(
      testDescription: "a kind of line that is none",
      change: ("[engine]", "[engine]\nskip = [\"milage\"]"),
      text: "FILE: engine.skip: expected a list of: service, expense, mileage, other"),
  ]

  @Test(arguments: refusals)
  func `what it may not say is refused`(_ refusal: Refusal) throws {
    let folder = try TemporaryFolder()
    try #require(Self.least.contains(refusal.change.0))
    let text = Self.least.replacing(refusal.change.0, with: refusal.change.1)
    let path = try folder.write(text, to: "mirror-engine.toml")
    do {
      _ = try EngineConfiguration.load(path)
      Issue.record("it was read")
    } catch {
      #expect(error.description == refusal.text.replacing("FILE", with: path))
    }
  }

  @Test func `a file that is not there, or no TOML, is refused`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("mirror-engine.toml")
    #expect(throws: ConfigurationError.missing(path: path)) { try EngineConfiguration.load(path) }
    #expect(
      ConfigurationError.missing(path: "c.toml").description == """
        c.toml: there is no such file
          expected: the engine's configuration, as in docs/mirror-engine.md; --config names another
        """)
    try folder.write("[engine\n", to: "mirror-engine.toml")
    do {
      _ = try EngineConfiguration.load(path)
      Issue.record("it was read")
    } catch {
      #expect(error.description.hasPrefix("\(path): line 1, column 8: "))
    }
  }

  @Test func `an address of the command line that is none is refused`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.least, to: "mirror-engine.toml")
    for address in ["127.0.0.1:8080", "http://", "http://a:b@c", "http://a?b", ""] {
      do {
        _ = try EngineConfiguration.load(path, address: address)
        Issue.record("\(address) was taken")
      } catch {
        #expect(
          error.description
            == "--address '\(address)': expected an address as http://127.0.0.1:8080")
      }
    }
  }

  static let whole = """
    token-file = "secret"
    [economy-system]
    kind = "pe"
    address = "http://127.0.0.1:8080/"
    group = 1
    requests = { limit = 25, seconds = 5 }
    concurrency = 4
    timeout-seconds = 10
    [economy-system.suppliers]
    "Konsult Nord AB" = 2
    [economy-system.fields]
    mirror-of = "notes"
    processed = "po-nr"
    end-customer = "foreign-id"
    [engine]
    group-name = "Consulting Group"
    journal = "kept/journal.sqlite"
    skip = ["mileage", "other"]
    retry-budget-seconds = 60
    visible-after-seconds = 5
    allowed-signers = "allowed_signers"
    plan-max-age-days = 14
    """

  static let least = """
    [economy-system]
    address = "http://127.0.0.1:8080"
    group = 1
    [engine]
    group-name = "G"
    """
}
