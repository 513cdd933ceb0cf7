/// A request to the books of one company.
package struct Request: Hashable, Sendable {
  package var company: Int64
  package var operation: Operation

  package init(company: Int64, _ operation: Operation) {
    self.company = company
    self.operation = operation
  }
}
