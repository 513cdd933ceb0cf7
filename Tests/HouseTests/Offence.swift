/// Where the house is not as its rules say, and what mends it.
struct Offence: Equatable, CustomStringConvertible {
  let path: String
  var line: Int?
  let what: String
  let mend: String

  var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(place): \(what). To mend: \(mend)."
  }
}
