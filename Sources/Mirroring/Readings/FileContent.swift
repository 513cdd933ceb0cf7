package import Invoicing

/// A file of an invoice or an entry, with its content.
package struct FileContent: Hashable, Sendable {
  package var name: String
  /// 64 hexadecimal digits, small letters.
  package var sha256: String
  package var data: [UInt8]

  package init(name: String, sha256: String, data: [UInt8]) {
    self.name = name
    self.sha256 = sha256
    self.data = data
  }

  package var attachment: Attachment {
    Attachment(name: name, sha256: sha256, bytes: data.count)
  }
}

extension [FileContent] {
  /// The same files under names that differ from one another and from these: `kvitto.pdf`, then
  /// `kvitto (2).pdf`.
  ///
  /// A system may take a file of a name that it has for a newer version of it.
  func named(apartFrom others: [String] = []) -> [FileContent] {
    var taken = Set(others)
    return map { file in
      var named = file
      var count = 1
      while !taken.insert(named.name).inserted {
        count += 1
        named.name = file.name.numbered(count)
      }
      return named
    }
  }
}

extension String {
  /// A file's name with a number before its ending.
  fileprivate func numbered(_ number: Int) -> String {
    guard let point = lastIndex(of: "."), point != startIndex else { return "\(self) (\(number))" }
    return "\(self[..<point]) (\(number))\(self[point...])"
  }
}
