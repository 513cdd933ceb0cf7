/// A row of the books that cannot be what the sandbox wrote.
struct BadStoredBody: Error, CustomStringConvertible {
  let table: String
  let id: Int64
  let detail: String

  var description: String { "\(table), row \(id): \(detail)" }
}
