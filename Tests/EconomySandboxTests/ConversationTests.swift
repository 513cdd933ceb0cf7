import Testing

/// Both formats, from the first supplier to the truth.
@Suite struct ConversationTests {
  static let xml = ["Content-Type": "application/xml"]
  static let json = ["Content-Type": "application/json"]

  @Test func `an invoice lives in XML`() async throws {
    let sandbox = try SandboxProcess(in: try Folder())
    let client = try await sandbox.ask(
      "PUT", "client", "<client><name>Kund</name></client>", headers: Self.xml)
    #expect(client.status == 200)
    #expect(client.body.contains("<created>\n  <id>1</id>\n</created>"))
    let created = try await sandbox.ask(
      "PUT", "client/invoice",
      """
      <client-invoice><client-ref><id>1</id></client-ref><foreign-id>R1</foreign-id><rows>
        <row><quantity>1.5</quantity><price>10001</price><vat>25</vat></row>
      </rows></client-invoice>
      """)
    #expect(created.body.contains("<id>1</id>"))
    let certified = try await sandbox.ask("POST", "client/invoice/1/certify")
    #expect(certified.body.contains("<invoice-nr>1001</invoice-nr>"))
    #expect(certified.body.contains("<remaining>18753</remaining>"))
    let list = try await sandbox.ask("GET", "client/invoice?offset=0&limit=5")
    #expect(list.body.contains("<client-invoices offset=\"0\" limit=\"5\" size=\"1\">"))
    let refused = try await sandbox.ask("DELETE", "client/invoice/1")
    #expect(refused.status == 409)
    #expect(refused.body.contains("<error>\n  <code>conflict</code>"))
    #expect(sandbox.end().code == 0)
  }

  @Test func `an invoice lives in JSON, with a root or without`() async throws {
    let sandbox = try SandboxProcess(["--replay-marker"], in: try Folder())
    let client = try await sandbox.ask("PUT", "client", #"{"name":"Kund"}"#, headers: Self.json)
    #expect(client.body == #"{"created":{"id":1}}"#)
    let body = #"{"client-invoice":{"client-ref":{"id":1},"rows":[{"price":100,"vat":25}]}}"#
    let keyed = Self.json.merging(["Idempotency-Key": "k"]) { first, _ in first }
    let first = try await sandbox.ask("PUT", "client/invoice", body, headers: keyed)
    #expect(first.body == #"{"created":{"id":1}}"#)
    #expect(first.headers["idempotent-replayed"] == nil)
    let again = try await sandbox.ask("PUT", "client/invoice", body, headers: keyed)
    #expect(again.body == #"{"created":{"id":1}}"#)
    #expect(again.headers["idempotent-replayed"] == "true")
    let other = try await sandbox.ask("PUT", "client/invoice", body + " ", headers: keyed)
    #expect(other.status == 422)
    #expect(other.body.contains("idempotency-key-reused"))
    let deleted = try await sandbox.ask("DELETE", "client/invoice/1", headers: Self.json)
    #expect(deleted.body == #"{"deleted":{}}"#)
    let truth = try await sandbox.ask("GET", "sandbox/truth?offset=4", headers: Self.json)
    #expect(truth.body.contains(#""deed":"deleted","subject":1"#))
    #expect(sandbox.end().code == 0)
  }

  @Test(arguments: [
    ([:], "application/xml"),
    (["Accept": "application/json"], "application/json"),
    (["Content-Type": "application/json"], "application/json"),
    (["Content-Type": "application/json", "Accept": "application/xml"], "application/xml"),
    (["Accept": "*/*", "Content-Type": "application/json"], "application/json"),
  ])
  func `the answer is in the kind that was asked for`(
    headers: [String: String], kind: String
  ) async throws {
    let sandbox = try SandboxProcess(in: try Folder())
    let reply = try await sandbox.ask("GET", "info", headers: headers)
    #expect(reply.status == 200)
    #expect(reply.headers["content-type"] == kind)
  }

  /// Method, path, headers, body, and the status with a part of what is said.
  static let refusals: [(String, String, [String: String], String?, UInt, String)] = [
    ("GET", "/elsewhere", [:], nil, 404, "there is nothing at"),
    ("GET", "payroll", [:], nil, 404, "there is nothing at"),
    ("GET", "client/invoice/x", [:], nil, 404, "there is nothing at"),
    ("GET", "client/invoice/7", [:], nil, 404, "there is no client-invoice 7"),
    ("GET", "/api/v1/company/9/info", [:], nil, 403, "company 9"),
    ("DELETE", "client", [:], nil, 405, "GET, PUT"),
    ("PATCH", "client/invoice/1", [:], nil, 405, "GET, POST, DELETE"),
    ("GET", "client/invoice/1/certify", [:], nil, 405, "POST"),
    ("PUT", "client", xml, "<client><name>", 400, "line 1, column 15"),
    ("PUT", "client", json, "{\n  \"name\": }", 400, "line 2, column"),
    ("PUT", "client", xml, "", 400, "the body is empty"),
    ("PUT", "client", ["Content-Type": "text/csv"], "a", 415, "'text/csv'"),
    ("PUT", "client", json, #"{"active":"perhaps"}"#, 422, "active"),
    ("PUT", "client", json, "{}", 422, "name: a client needs one"),
    ("GET", "client/invoice?limit=-1", [:], nil, 422, "limit: '-1' is not a whole number"),
    ("GET", "client/invoice?filter=some", [:], nil, 422, "filter: 'some' is not one of all"),
    ("GET", "client/invoice?invoiceDateLower=2023-02-30", [:], nil, 422, "invoiceDateLower"),
    ("GET", "client/invoice?ignoreFiles=1", [:], nil, 422, "ignoreFiles"),
    (
      "PUT", "client/invoice", ["Content-Type": "application/json", "Idempotency-Key": ""],
      #"{"client-ref":{"id":1}}"#, 400, "Idempotency-Key"
    ),
    ("PUT", "client", json, String(repeating: " ", count: 33_554_433), 413, "33554432 bytes"),
  ]

  @Test func `a refusal has the status and says why, in both formats`() async throws {
    let sandbox = try SandboxProcess(in: try Folder())
    for (method, path, headers, body, status, words) in Self.refusals {
      for kind in ["application/xml", "application/json"] {
        let accept = headers.merging(["Accept": kind]) { first, _ in first }
        let reply = try await sandbox.ask(method, path, body, headers: accept)
        #expect(reply.status == status, "\(method) \(path)")
        #expect(reply.body.contains(words), "\(method) \(path): \(reply.body)")
        #expect(reply.headers["content-type"] == kind)
        #expect((reply.headers["allow"] != nil) == (status == 405))
      }
    }
    #expect(sandbox.end().code == 0)
  }

  @Test(arguments: [nil, "", "another", "s3cret-tokeN"])
  func `without the token nothing is told`(token: String?) async throws {
    let sandbox = try SandboxProcess(in: try Folder())
    let reply = try await sandbox.ask("GET", "info", token: token)
    #expect(reply.status == 401)
    #expect(!reply.body.contains(SandboxClient.token))
    #expect(sandbox.end().errors == "")
  }

  @Test func `HEAD is GET without a body`() async throws {
    let sandbox = try SandboxProcess(in: try Folder())
    let reply = try await sandbox.ask("HEAD", "info")
    #expect(reply.status == 200)
    #expect(reply.body == "")
  }
}
