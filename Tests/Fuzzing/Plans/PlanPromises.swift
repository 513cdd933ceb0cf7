internal import Invoicing
internal import Synchronization

@testable internal import RepairPlans
@testable internal import XML

/// What holds for every repair plan, and for every report of an execution.
enum PlanPromises {
  static func check(_ bytes: [UInt8]) throws {
    if let plan = read(bytes) {
      try check(plan, from: bytes)
    } else {
      try checkRefusal(of: bytes)
    }
    if let execution = readExecution(bytes) { try check(execution, from: bytes) }
  }

  /// A refusal says where and what, in two lines.
  private static func checkRefusal(of bytes: [UInt8]) throws(BrokenPromise) {
    do throws(PlanError) {
      _ = try PlanFile(bytes: bytes, path: "plan.xml")
    } catch {
      try BrokenPromise.unlessPrintable(error.description, lineFeeds: 1)
      try BrokenPromise.unless(error.description.hasPrefix("plan.xml:"), "a place: \(error)")
    }
  }

  /// Nil where the bytes are no plan, whatever its schema says.
  private static func read(_ bytes: [UInt8]) -> RepairPlan? {
    var reader = PlanReader()
    do {
      try XMLStream.parse(bytes, into: &reader)
      return try reader.plan().plan
    } catch {
      return nil
    }
  }

  private static func readExecution(_ bytes: [UInt8]) -> PlanExecution? {
    var reader = ExecutionReader()
    do {
      try XMLStream.parse(bytes, into: &reader)
      return reader.execution
    } catch {
      return nil
    }
  }

  private static func check(_ plan: RepairPlan, from bytes: [UInt8]) throws {
    let written = try MemoryFile()
    try PlanXML.write(plan, to: written.path)
    let text = written.bytes()
    guard let back = read(text) else { throw BrokenPromise("a written plan is refused") }
    try BrokenPromise.unlessEqual(back.id, plan.id, "the id of a plan read back")
    if !hasReplacements(text) {
      try BrokenPromise.unlessEqual(back, plan, "a plan read back")
    }
    let again = try MemoryFile()
    try PlanXML.write(back, to: again.path)
    try BrokenPromise.unless(again.bytes() == text, "the same plan has the same bytes")
    try checkApprovals(plan)
    try checkText(plan)
    if try Schemas.plan.accepts(MemoryFile(bytes)) {
      try BrokenPromise.unless(
        Schemas.plan.accepts(written), "a plan that is valid is written valid")
    }
  }

  private static func check(_ execution: PlanExecution, from bytes: [UInt8]) throws {
    let written = try MemoryFile()
    try ExecutionXML.write(execution, to: written.path)
    let text = written.bytes()
    guard let back = readExecution(text) else {
      throw BrokenPromise("a written execution is refused")
    }
    if !hasReplacements(text) {
      try BrokenPromise.unlessEqual(back, execution, "an execution read back")
    }
    _ = ExecutionCSV.text(of: execution)
    if try Schemas.execution.accepts(MemoryFile(bytes)) {
      try BrokenPromise.unless(
        Schemas.execution.accepts(written), "an execution that is valid is written valid")
    }
  }

  /// XML may hold a DEL, and the writer puts its picture in its place.
  private static func hasReplacements(_ text: [UInt8]) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.contains("\u{2421}")
  }

  private static func checkApprovals(_ plan: RepairPlan) throws {
    let approved = try plan.approving(nil, by: "a", at: plan.takenAt, path: "plan")
    try BrokenPromise.unlessEqual(approved.id, plan.id, "the id of an approved plan")
    try BrokenPromise.unlessEqual(
      plan.keepingApprovals(of: approved), approved, "a plan that keeps approvals")
  }

  private static func checkText(_ plan: RepairPlan) throws {
    let text = PlanText.text(of: plan)
    try BrokenPromise.unless(text.hasSuffix("\n"), "the plan's text ends its last line")
    try BrokenPromise.unlessPrintable(text, lineFeeds: .max - 1)
  }
}

/// A schema that is compiled once.
private final class Schemas: Sendable {
  static let plan = Schemas(RepairPlanSchema.plan)
  static let execution = Schemas(RepairPlanSchema.execution)

  private let schema: Mutex<XMLSchema?>

  private init(_ bytes: [UInt8]) { schema = Mutex(try? XMLSchema(bytes)) }

  func accepts(_ file: MemoryFile) throws -> Bool {
    let path = file.path
    return try schema.withLock { schema throws in
      guard let violations = try schema?.validate(fileAt: path) else {
        throw BrokenPromise("the schema does not compile")
      }
      return violations.isEmpty
    }
  }
}
