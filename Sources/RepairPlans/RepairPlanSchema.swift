internal import XML

/// `repair-plan.xsd` and `execution.xsd`: what the two files promise to whoever reads them.
package enum RepairPlanSchema {
  /// The plan's schema, as it is published beside it.
  package static var plan: [UInt8] { PackageResources.repair_plan_xsd }

  /// The execution's schema, as it is published beside it.
  package static var execution: [UInt8] { PackageResources.execution_xsd }

  /// Throws where a plan or an execution in a file breaks its schema.
  static func check(
    fileAt path: String, against schema: [UInt8]
  ) throws(PlanError) -> SchemaViolation? {
    do {
      return try XMLSchema(schema).validate(fileAt: path).first
    } catch let error as XMLSchema.CompileError {
      throw .ownBug(
        file: "the schema", line: error.violation.line, message: error.violation.message)
    } catch {
      throw .cannot(.read, path: path, reason: "\(error)")
    }
  }
}
