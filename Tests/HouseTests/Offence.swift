internal import Testing

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

/// Expects a house without offences, and tells each on a line of its own.
func expectNone(_ offences: [Offence], _ location: SourceLocation = #_sourceLocation) {
  if offences.isEmpty { return }
  let lines = offences.map { "\n  \($0)" }.joined()
  Issue.record("\(offences.count) to mend:\(lines)", sourceLocation: location)
}
