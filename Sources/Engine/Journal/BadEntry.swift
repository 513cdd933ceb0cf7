/// A row of the journal that no engine writes.
struct BadEntry: Error, CustomStringConvertible {
  let entry: Int64
  let column: String

  var description: String { "entry \(entry): \(column) does not hold what it should" }
}
