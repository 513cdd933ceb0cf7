/// What a request does with its resource: PUT creates, POST updates, DELETE deletes.
package enum Verb: String, CaseIterable, Hashable, Sendable {
  case get = "GET"
  case put = "PUT"
  case post = "POST"
  case delete = "DELETE"
}
