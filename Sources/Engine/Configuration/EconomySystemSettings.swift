internal import Foundation

/// `[economy-system]`: where the economy system is, and what of it belongs to whom.
package struct EconomySystemSettings: Hashable, Sendable {
  /// Without a slash at its end.
  package var address: String
  /// The group's company.
  package var group: Int64
  /// Nil: the system sets none.
  package var requests: RequestLimit?
  package var concurrency = 8
  package var timeoutSeconds = 30.0
  /// The company of its own books, by the supplier's name in the group's books.
  package var suppliers: [String: Int64] = [:]
  package var fields = FieldPlaces()

  package init(address: String, group: Int64) {
    self.address = address
    self.group = group
  }

  static let addressForm = "an address as http://127.0.0.1:8080"

  /// The address as it is used, or nil where it is none.
  static func address(_ text: String) -> String? {
    guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
      ["http", "https"].contains(parts.scheme?.lowercased()), parts.user == nil,
      parts.password == nil, parts.query == nil, parts.fragment == nil
    else { return nil }
    var address = text
    while address.hasSuffix("/") { address.removeLast() }
    return address
  }
}
