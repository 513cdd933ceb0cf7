extension XMLSchema {
  /// The schema itself is wrong.
  package struct CompileError: Error, Equatable {
    /// The first thing that is wrong with it.
    package let violation: SchemaViolation
  }
}

extension XMLSchema.CompileError: CustomStringConvertible {
  package var description: String { "the schema is wrong: \(violation)" }
}
