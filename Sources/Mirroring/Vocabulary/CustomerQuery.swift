/// By what a customer is looked up in the group's books.
package enum CustomerQuery: Hashable, Sendable {
  /// By what a source says of its end customer (the field that the configuration names).
  case reference(String)
  /// By its name, as a plan gives it.
  case name(String)
}
