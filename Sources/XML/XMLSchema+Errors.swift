extension XMLSchema {
  /// The schema itself is wrong.
  package struct CompileError: Error, Equatable {
    /// The first thing that is wrong with it.
    package let violation: SchemaViolation
  }

  /// The file to validate could not be read.
  package struct ReadError: Error, Equatable {
    package let path: String
    /// As in errno(3).
    package let code: CInt
  }
}

extension XMLSchema.CompileError: CustomStringConvertible {
  package var description: String { "the schema is wrong: \(violation)" }
}

extension XMLSchema.ReadError: CustomStringConvertible {
  /// `out/report.xml: No such file or directory`.
  package var description: String { "\(path): \(SystemMessage.of(code))" }
}
