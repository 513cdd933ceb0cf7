/// A file that another room writes, and that takes its place together with a report's.
package struct AddedFile: Sendable {
  let name: String
  let write: @Sendable (String) throws -> Void

  /// - Parameter write: makes the file at a path that is not its own yet, and syncs it.
  package init(name: String, write: @escaping @Sendable (String) throws -> Void) {
    self.name = name
    self.write = write
  }

  /// A file of these bytes.
  package init(name: String, bytes: [UInt8]) {
    self.init(name: name) { path in
      var file = try OutputFile(path: path)
      file.append(bytes)
      try file.close()
    }
  }
}
