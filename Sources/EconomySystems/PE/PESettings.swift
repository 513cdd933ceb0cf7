/// Where PE Accounting is, and where its books keep what it has no field for.
package struct PESettings: Sendable {
  /// As `http://127.0.0.1:8080`.
  package var address: String
  /// The company number of the group's books.
  package var group: Int64
  /// The company number of each supplier's own books, by its name in the group's.
  package var suppliers: [String: Int64]
  package var fields: PEFields
  /// The group's name among the customers of its suppliers, where it is not that of its books.
  package var groupName: String?

  package init(
    address: String, group: Int64, suppliers: [String: Int64], fields: PEFields = PEFields(),
    groupName: String? = nil
  ) {
    self.address = address
    self.group = group
    self.suppliers = suppliers
    self.fields = fields
    self.groupName = groupName
  }
}
