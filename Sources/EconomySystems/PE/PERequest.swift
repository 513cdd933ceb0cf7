internal import EconomyAPI
internal import Invoicing

/// A request of the wire.
struct PERequest: Sendable {
  enum Verb: String {
    case get = "GET"
    case put = "PUT"
    case post = "POST"
    case delete = "DELETE"
  }

  var verb: Verb
  var company: Int64
  /// Behind the company, as `client/invoice/5`.
  var path: String
  /// In the order in which they are written.
  var parameters: [(name: String, value: String)] = []
  var body: SystemBody?
  var idempotencyKey: String?

  init(_ verb: Verb, _ path: String, of company: Int64) {
    self.verb = verb
    self.path = path
    self.company = company
  }

  static func get(_ path: String, of company: Int64) -> Self { Self(.get, path, of: company) }

  func with(_ name: String, _ value: String) -> Self {
    var request = self
    request.parameters.append((name, value))
    return request
  }

  func page(_ page: PageRequest) -> Self {
    with("offset", String(page.offset)).with("limit", String(page.limit))
  }

  /// A page of client invoices, which alone the system filters by their dates.
  func clientPage(_ page: PageRequest) -> Self {
    let request = self.page(page)
    guard let from = page.issuedFrom else { return request }
    return request.with("invoiceDateLower", from.description)
  }

  /// Without files' content.
  var withoutFiles: Self { with("ignoreFiles", "true") }

  func sending<Message>(_ message: Message, as form: MessageForm<Message>) -> Self {
    var request = self
    request.body = SystemBody(
      bytes: form.encode(message, as: .xml), contentType: WireFormat.xml.contentType)
    return request
  }

  /// The whole address.
  func url(at address: String) -> String {
    let base = address.hasSuffix("/") ? String(address.dropLast()) : address
    let query = parameters.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
    let mark = query.isEmpty ? "" : "?"
    return "\(base)/api/v1/company/\(company)/\(path)\(mark)\(query)"
  }

  /// RFC 3986 §2.3: all but the unreserved characters.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: bytes.append(byte)
      default: bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
