internal import Foundation
internal import Invoicing

/// The parameters behind the `?` of an address; those that are not known are passed over.
struct Query {
  private var values: [String: String] = [:]

  init(_ text: String?) {
    for pair in (text ?? "").split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? parts[1].replacingOccurrences(of: "+", with: " ") : ""
      values[String(parts[0])] = value.removingPercentEncoding ?? value
    }
  }

  func page() throws(Refusal) -> Page {
    Page(offset: try count("offset") ?? 0, limit: try count("limit"))
  }

  func filter() throws(Refusal) -> ClientInvoiceFilter {
    var filter = ClientInvoiceFilter()
    if let word = values["filter"], !word.isEmpty {
      guard let stage = ClientInvoiceFilter.Stage(rawValue: word) else {
        let words = ClientInvoiceFilter.Stage.allCases.map(\.rawValue).joined(separator: ", ")
        throw refusal("filter", word, "one of \(words)")
      }
      filter.stage = stage
    }
    filter.query = values["query"]
    filter.earliest = try date("invoiceDateLower")
    filter.latest = try date("invoiceDateUpper")
    filter.leavesOutFiles = try leavesOutFiles()
    return filter
  }

  func leavesOutFiles() throws(Refusal) -> Bool {
    switch values["ignoreFiles"] {
    case nil, "", "false": return false
    case "true": return true
    case let text?: throw refusal("ignoreFiles", text, "true or false")
    }
  }

  private func count(_ name: String) throws(Refusal) -> Int? {
    guard let text = values[name] else { return nil }
    guard text.utf8.allSatisfy({ $0 &- 48 < 10 }), let number = Int(text) else {
      throw refusal(name, text, "a whole number, 0 or greater")
    }
    return number
  }

  private func date(_ name: String) throws(Refusal) -> CalendarDate? {
    guard let text = values[name], !text.isEmpty else { return nil }
    guard let date = CalendarDate(Array(text.utf8).span) else {
      throw refusal(name, text, "a date, YYYY-MM-DD")
    }
    return date
  }

  private func refusal(_ name: String, _ value: String, _ expected: String) -> Refusal {
    .outOfRange(name, "'\(value.prefix(80))' is not \(expected)")
  }
}
