/// What `Package.swift` says of its targets.
struct Manifest {
  struct Target: Equatable {
    let name: String
    /// Modules that it may import: other targets and products of packages.
    let imports: [String]
    let isTest: Bool
  }

  let targets: [Target]

  init(_ text: String) {
    let products = Self.products(in: text)
    let list = text.components(after: "targets: [").last ?? ""
    targets = Self.calls(in: list).compactMap { call in
      guard let name = call.arguments.firstQuoted else { return nil }
      // What stands under Tests is no room, be it a program.
      let isTest =
        call.name == "tests" || call.name == ".testTarget"
        || call.arguments.contains("path: \"Tests/")
      let listed = call.list(labelled: call.isHouseHelper ? "imports" : "dependencies")
      let named = listed.map { $0.firstQuoted ?? products[$0] ?? $0 }
      return call.name == "tests"
        ? Target(name: "\(name)Tests", imports: [name] + named, isTest: true)
        : Target(name: name, imports: named, isTest: isTest)
    }
  }

  /// `let grdb = Target.Dependency.product(name: "GRDB", …)`: what a name stands for.
  private static func products(in text: String) -> [String: String] {
    var products: [String: String] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("let ") {
      let words = line.split(separator: " ")
      guard line.contains(".product("), words.count > 1 else { continue }
      products[String(words[1])] = line.firstQuoted
    }
    return products
  }

  private struct Call {
    let name: String
    let arguments: String

    /// `room`, `program` and `tests`, which `Package.swift` itself declares.
    var isHouseHelper: Bool { !name.hasPrefix(".") }

    /// The elements of a list argument.
    func list(labelled label: String) -> [String] {
      guard let tail = arguments.components(after: "\(label): [").last else { return [] }
      var depth = 0
      var elements = [""]
      for character in tail {
        if "([".contains(character) { depth += 1 }
        if character == "]", depth == 0 { break }
        if ")]".contains(character) { depth -= 1 }
        if character == ",", depth == 0 {
          elements.append("")
        } else {
          elements[elements.count - 1].append(character)
        }
      }
      return elements.map { String($0.filter { $0 != "\n" }.trimmed) }.filter { !$0.isEmpty }
    }
  }

  /// The calls in the list of targets, up to its closing bracket.
  private static func calls(in list: String) -> [Call] {
    var calls: [Call] = []
    var depth = 0
    var name = ""
    var arguments = ""
    for character in list {
      if character == "]", depth == 0 { break }
      if character == ")" { depth -= 1 }
      if character == ")", depth == 0 {
        let words = name.split { " \n,".contains($0) }
        calls.append(Call(name: String(words.last ?? ""), arguments: arguments))
        (name, arguments) = ("", "")
      } else if depth > 0 {
        arguments.append(character)
      } else if character != "(" {
        name.append(character)
      }
      if character == "(" { depth += 1 }
    }
    return calls
  }
}

extension StringProtocol {
  /// The first words between double quotes.
  var firstQuoted: String? { components(between: "\"").first }

  /// What stands between pairs of a mark.
  func components(between mark: Character) -> [String] {
    let parts = split(separator: mark, omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count - 1, by: 2).map { String(parts[$0]) }
  }

  /// What follows each occurrence of a word, up to the next.
  func components(after word: String) -> [String] {
    var parts: [String] = []
    var rest = String(self)
    while let found = rest.firstRange(of: word) {
      if !parts.isEmpty { parts[parts.count - 1] = String(rest[..<found.lowerBound]) }
      rest = String(rest[found.upperBound...])
      parts.append(rest)
    }
    return parts
  }
}
