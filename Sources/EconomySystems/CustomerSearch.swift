/// By what a customer is looked up in the group's books.
package enum CustomerSearch: Hashable, Sendable {
  /// By what a source says of its end customer.
  case reference(String)
  case name(String)
}
