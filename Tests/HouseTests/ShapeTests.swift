internal import Testing

@Suite struct ShapeTests {
  /// Older offenders: they may only shrink, and nothing may join them.
  private static let olderFiles: [String: Int] = [:]
  private static let olderFunctions: [String: Int] = [:]

  /// Files that hold one family of small types, each with its reason.
  private static let families = [
    "Sources/Auditing/Rules/LadderRules.swift":
      "the rungs of one ladder, which `Ladder` judges together: read one after the other",
    "Sources/Invoicing/InvoiceWords.swift":
      "the words of the extract's columns, a few lines each: read beside each other",
  ]

  init() throws {
    try #require(House.swift.count > 50)
    try #require(House.swift.flatMap { FunctionSpan.all(in: $0) }.count > 200)
  }

  @Test func `no file is longer than 300 lines`() {
    expectNone(ShapeChecks.longFiles(House.swift, older: Self.olderFiles))
  }

  @Test func `no function is longer than 40 lines`() {
    expectNone(ShapeChecks.longFunctions(House.swift, older: Self.olderFunctions))
  }

  @Test func `no line is longer than 100 columns`() {
    expectNone(ShapeChecks.longLines(House.swift))
  }

  @Test func `nothing has a name that fits everything`() {
    expectNone(ShapeChecks.vagueNames(House.swift))
  }

  @Test func `a file holds one package type and bears its name`() {
    expectNone(ShapeChecks.misnamed(House.sources, except: Self.families))
  }
}

@Suite struct ShapeProofs {
  private func file(_ text: String, at path: String = "Sources/Room/Invoice.swift") -> SourceFile {
    SourceFile(path: path, text: text)
  }

  @Test func `a file of 301 lines is found, and one of 300 is not`() {
    let long = file(String(repeating: "\n", count: 301))
    #expect(ShapeChecks.longFiles([long], older: [:]).count == 1)
    #expect(ShapeChecks.longFiles([long], older: [long.path: 301]) == [])
    #expect(ShapeChecks.longFiles([file(String(repeating: "\n", count: 300))], older: [:]) == [])
  }

  @Test func `a function of 41 lines is found, and one of 40 is not`() {
    func text(_ lines: Int) -> String {
      "func a() {\n" + String(repeating: "  b()\n", count: lines - 2) + "}\n"
    }
    let found = ShapeChecks.longFunctions([file(text(41))], older: [:])
    #expect(found.map(\.line) == [1])
    #expect(ShapeChecks.longFunctions([file(text(40))], older: [:]) == [])
  }

  @Test func `an older offender may shrink, and must not grow or stay on the list in vain`() {
    func offences(_ count: Int) -> [String] {
      let length = Length(path: "A.swift", line: nil, key: "A.swift", count: count)
      return Length.offences([length], limit: 40, older: ["A.swift": 50], mend: "").map(\.mend)
    }
    #expect(offences(51) == [""])
    #expect(offences(50) == [])
    #expect(offences(49) == ["lower it to 49"])
    #expect(offences(40) == ["strike it"])
  }

  @Test func `a line of 101 columns is found, and one of 100 is not`() {
    let lines = String(repeating: "å", count: 100) + "\n" + String(repeating: "a", count: 101)
    #expect(ShapeChecks.longLines([file(lines)]).map(\.line) == [2])
  }

  @Test(arguments: ["enum DateUtils {}", "struct InvoiceHelper {}", "final class AManager {}"])
  func `a name that says nothing is found`(_ text: String) {
    #expect(ShapeChecks.vagueNames([file(text)]).count == 1)
    #expect(ShapeChecks.vagueNames([file("", at: "Sources/Room/Common.swift")]).count == 1)
  }

  @Test(arguments: [
    ("", "delete it"),
    ("package struct Bill {}", "name it after the one thing in it"),
    ("extension Invoice {}", "name it after the one thing in it"),
    ("package struct Invoice {}\npackage enum Kind {}", "give each a file of its own"),
  ])
  func `a file that is not named after its type is found`(_ text: String, _ mend: String) {
    #expect(ShapeChecks.misnamed([file(text)], except: [:]).map(\.mend) == [mend])
  }

  @Test(arguments: [
    ("Invoice", "package final class Invoice: Sendable {}\nextension Int {}\nenum Kind {}"),
    ("Invoice", "struct Invoice<A> {}\nenum Kind {}"),
    ("Invoice+Words", "extension Invoice {}"),
    ("Invoice+Words", "extension Invoice.Kind {}"),
    ("InvoiceKind+Words", "extension Invoice.Kind {}"),
  ])
  func `a file that is named after its type is not`(_ name: String, _ text: String) {
    let file = file(text, at: "Sources/Room/\(name).swift")
    #expect(ShapeChecks.misnamed([file], except: [:]) == [])
  }

  @Test func `an extension's file that extends something else is found`() {
    let file = file("extension Bill {}", at: "Sources/Room/Invoice+Words.swift")
    #expect(ShapeChecks.misnamed([file], except: [:]).count == 1)
  }

  @Test func `a family that need not be excused is found`() {
    let file = file("package struct Invoice {}")
    #expect(ShapeChecks.misnamed([file], except: [file.path: ""]).count == 1)
    #expect(ShapeChecks.misnamed([], except: ["Sources/Gone.swift": ""]).count == 1)
  }
}
