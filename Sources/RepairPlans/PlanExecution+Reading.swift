internal import Foundation
internal import XML

extension PlanExecution {
  /// Reads an `execution.xml` that is valid.
  package init(readingFrom path: String) throws(PlanError) {
    let violation = try RepairPlanSchema.check(
      fileAt: path, against: RepairPlanSchema.execution)
    if let violation {
      throw .wrong(path: path, line: violation.line, detail: violation.message)
    }
    var reader = ExecutionReader()
    do {
      try XMLStream.parse(fileAt: path, into: &reader)
    } catch let place as PlanError.Place {
      throw .wrong(path: path, line: place.line, detail: place.detail)
    } catch {
      throw .cannot(.read, path: path, reason: "\(error)")
    }
    guard let execution = reader.execution else {
      throw .wrong(path: path, line: 1, detail: "it is no execution")
    }
    self = execution
  }
}
