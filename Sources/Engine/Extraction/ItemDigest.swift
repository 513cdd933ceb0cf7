internal import Digests
internal import EconomySystems
internal import Invoicing

/// The digest of all that an item of the books says, so that two readings of it can be compared.
struct ItemDigest {
  private var digest = SHA256Digest()

  /// A value is told from its neighbours, and an absent one from an empty one.
  mutating func add(_ value: String?) {
    guard let value else { return digest.update([0]) }
    digest.update([1])
    digest.update(Array("\(value.utf8.count):".utf8))
    digest.update(Array(value.utf8))
  }

  mutating func add(_ value: (some CustomStringConvertible)?) { add(value?.description) }

  mutating func add(_ amount: Money?) {
    add(amount?.minorUnits)
    add(amount?.currency.code)
  }

  mutating func add(_ lines: [SystemLine]) {
    add(lines.count)
    for line in lines {
      add(line.line.line)
      add(line.line.kind.name)
      add(line.line.description)
      add(line.line.quantity)
      add(line.line.unitPrice)
      add(line.line.vatRate)
      add(line.line.net)
      add(line.unit)
      add(line.expenseEntry)
    }
  }

  mutating func add(_ files: [Attachment]) {
    add(files.count)
    for file in files {
      add(file.name)
      add(file.sha256)
    }
  }

  func hexDigits() -> String { digest.hexDigits() }
}

extension SystemFile {
  /// The file without its content.
  var attachment: Attachment {
    var digest = SHA256Digest()
    digest.update(data)
    return Attachment(name: name, sha256: digest.hexDigits(), bytes: data.count)
  }
}
