internal import CLibXML2

/// A compiled XML Schema 1.0.
///
/// Not shared between threads: each compiles its own.
@safe
package struct XMLSchema: ~Copyable {
  /// Of one file, at most; the rest is not looked for.
  package static let mostViolations = 50

  // Holds because only `deinit` frees it.
  private let schema: OpaquePointer

  /// Compiles a schema that stands alone: what it includes or imports is not opened.
  package init(_ bytes: [UInt8]) throws(CompileError) {
    LibXML2.enter()
    let found = SchemaViolations(most: 1)
    let compiled = unsafe bytes.withUnsafeBytes { bytes in
      unsafe LibXML2.routingErrors(to: found.pointer, SchemaViolations.receive) {
        unsafe Self.compile(bytes.bindMemory(to: CChar.self), found)
      }
    }
    guard let compiled = unsafe compiled, found.violations.isEmpty else {
      unsafe xmlSchemaFree(compiled)
      let unknown = SchemaViolation(line: 1, message: "is no XML Schema")
      throw CompileError(violation: found.violations.first ?? unknown)
    }
    unsafe schema = unsafe compiled
  }

  deinit {
    unsafe xmlSchemaFree(schema)
  }

  private static func compile(
    _ bytes: UnsafeBufferPointer<CChar>, _ found: SchemaViolations
  ) -> OpaquePointer? {
    guard let parser = unsafe xmlSchemaNewMemParserCtxt(bytes.baseAddress, CInt(bytes.count))
    else { return nil }
    defer { unsafe xmlSchemaFreeParserCtxt(parser) }
    unsafe xmlSchemaSetParserStructuredErrors(parser, SchemaViolations.receive, found.pointer)
    return unsafe xmlSchemaParse(parser)
  }

  /// What is wrong with the file, in document order; a file that is no XML, or that `XMLStream`
  /// refuses, has that one violation.
  ///
  /// It is read as a stream, twice, in constant memory: a validating parser of libxml2 has no
  /// limits of its own. Throws when it cannot be read.
  package func validate(fileAt path: String) throws(XMLReadError) -> [SchemaViolation] {
    let file = try InputFile(path: path)
    if let error = try XMLStream.whyRefused(file) {
      return [SchemaViolation(line: error.line, message: error.reason.description)]
    }
    try file.rewind()
    return try validate(file.descriptor, path)
  }

  /// What is wrong with a document that another thread writes into a pipe, and that is this
  /// process's own, so that nothing hostile is in it.
  ///
  /// Where enough is wrong it stops, and leaves the rest in the pipe. `path` is for messages.
  package func validate(
    pipe descriptor: CInt, path: String
  ) throws(XMLReadError) -> [SchemaViolation] {
    try validate(descriptor, path)
  }

  private func validate(
    _ descriptor: CInt, _ path: String
  ) throws(XMLReadError) -> [SchemaViolation] {
    LibXML2.enter()
    let found = SchemaViolations(most: Self.mostViolations)
    found.descriptor = descriptor
    let result = unsafe LibXML2.routingErrors(to: found.pointer, SchemaViolations.receive) {
      unsafe Self.validate(against: schema, found)
    }
    if let code = found.readError { throw XMLReadError(path: path, code: code) }
    if result != 0, found.violations.isEmpty { throw XMLReadError(path: path, code: EIO) }
    return found.violations
  }

  private static func validate(
    against schema: OpaquePointer, _ found: SchemaViolations
  ) -> CInt {
    guard let validator = unsafe xmlSchemaNewValidCtxt(schema) else { return -1 }
    defer { unsafe xmlSchemaFreeValidCtxt(validator) }
    unsafe xmlSchemaSetValidStructuredErrors(validator, SchemaViolations.receive, found.pointer)
    unsafe found.validator = unsafe validator
    defer { unsafe found.validator = nil }
    // Freed by xmlSchemaValidateStream.
    let input = unsafe xmlParserInputBufferCreateIO(
      SchemaViolations.read, nil, found.pointer, XML_CHAR_ENCODING_NONE)
    guard let input = unsafe input else { return -1 }
    var events = unsafe SchemaViolations.events
    return unsafe xmlSchemaValidateStream(
      validator, input, XML_CHAR_ENCODING_NONE, &events, found.pointer)
  }
}
