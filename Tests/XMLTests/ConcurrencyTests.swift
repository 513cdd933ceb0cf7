import Foundation
import Testing
import XML

@Suite struct ConcurrencyTests {
  @Test func `eight tasks read, write and validate at once`() async throws {
    let answers = try await withThrowingTaskGroup(of: [String].self) { group in
      for number in 0..<8 {
        group.addTask { try work(number) }
      }
      return try await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    #expect(answers.count == 8)
    #expect(Set(answers).count == 1)
    #expect(answers.first == ["<rows", "<row", #""1.5""#, ">row", ">rows", "[]", "refused"])
  }
}

/// The same answer for each number.
private func work(_ number: Int) throws -> [String] {
  var answer: [String] = []
  for _ in 0..<50 {
    answer = try withTemporaryFolder { folder in
      let path = folder + "/\(number).xml"
      var xml = try XMLWriter(path: path)
      try xml.startElement("rows")
      try xml.element("row", "1.5")
      try xml.endElement()
      try xml.close()
      let schema = try XMLSchema(Array(rowsSchema.utf8))
      let violations = try schema.validate(fileAt: path)
      let events = try Recorder.events(of: try bytes(ofFile: path))
        .filter { !$0.contains(#"\n"#) }
      return events + ["\(violations)"]
    }
    let hostile = Array("<!DOCTYPE a SYSTEM 'http://localhost:1/'><a>&b;</a>".utf8)
    answer.append(verdict(on: hostile) == "read" ? "read" : "refused")
  }
  return answer
}
