internal import Foundation
internal import XML

/// A plan as it stands in a file, with the bytes that it was read from.
package struct PlanFile: Sendable {
  package let path: String
  /// What a signature is over: the plan was read from these and no others.
  package let bytes: [UInt8]
  package let plan: RepairPlan
  /// That its content has another id than it bears; only of a plan that is viewed.
  package let change: PlanError?

  /// Reads a plan that is valid, and whose content has the id that it bears.
  package init(readingFrom path: String) throws(PlanError) {
    try self.init(viewing: path)
    if let change { throw change }
  }

  /// Reads a plan that is valid, to be looked at and not executed: its content may have been
  /// changed.
  package init(viewing path: String) throws(PlanError) {
    if let violation = try RepairPlanSchema.check(fileAt: path, against: RepairPlanSchema.plan) {
      throw .wrong(path: path, line: violation.line, detail: violation.message)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannot(.read, path: path, reason: "it was there a moment ago")
    }
    try self.init(bytes: Array(data), path: path)
  }

  init(bytes: [UInt8], path: String) throws(PlanError) {
    self.path = path
    self.bytes = bytes
    let (plan, id) = try Self.read(bytes, path)
    let found = plan.id
    change = found == id ? nil : .changed(path: path, bears: id, has: found)
    self.plan = plan
  }

  /// Whether a file is XML by its first byte, as a plan is and no snapshot.
  package static func isPlan(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let start = (try? file.read(upToCount: 4)) ?? nil
    return start?.first { $0 != 0xef && $0 != 0xbb && $0 != 0xbf } == UInt8(ascii: "<")
  }

  /// Writes a plan, valid, and whole or not at all; what stood there before is replaced.
  package static func write(_ plan: RepairPlan, to path: String) throws(PlanError) {
    try WholeFile.write(to: path) { temporary throws(PlanError) in
      try writeInPlace(plan, to: temporary, as: path)
    }
  }

  /// Writes a plan, valid, into a file that takes its place by other hands; `name` is for messages.
  package static func writeInPlace(
    _ plan: RepairPlan, to path: String, as name: String
  ) throws(PlanError) {
    do throws(XMLWriteError) {
      try PlanXML.write(plan, to: path)
    } catch {
      throw WholeFile.refusal(error, name)
    }
    if let violation = try RepairPlanSchema.check(fileAt: path, against: RepairPlanSchema.plan) {
      throw .ownBug(file: name, line: violation.line, message: violation.message)
    }
  }

  private static func read(
    _ bytes: [UInt8], _ path: String
  ) throws(PlanError) -> (plan: RepairPlan, id: String) {
    var reader = PlanReader()
    do {
      try XMLStream.parse(bytes, into: &reader)
      return try reader.plan()
    } catch let error as XMLError {
      throw .notXML(
        path: path, line: error.line, column: error.column, reason: error.reason.description)
    } catch let place as PlanError.Place {
      throw .wrong(path: path, line: place.line, detail: place.detail)
    } catch {
      throw .cannot(.read, path: path, reason: "\(error)")
    }
  }
}
