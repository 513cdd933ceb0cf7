internal import Testing

@Suite struct CodeScannerTests {
  @Test(arguments: [
    (#"let a = "b{" // c {"#, #"let a = "  "       "#),
    (#"f(/* a /* b */ { */)"#, #"f(                 )"#),
    (#"let a = "\(g("x"))y" {"#, #"let a = "\(g(" ")) " {"#),
    (##"let a = #"b"\(c)"# }"##, ##"let a = #"      "# }"##),
    (##"let a = "\"b" }"##, ##"let a = "   " }"##),
    ("func `a {`() {", "func `   `() {"),
    ("let a = \"\"\"\n  b \"c\" {\n  \"\"\"\n}", "let a = \"\"\"\n         \n  \"\"\"\n}"),
    ("#if a { }", "#if a { }"),
    ("\"unclosed", "\"        "),
    ("/* unclosed", "           "),
  ])
  func `what is not code is blanked, byte for byte`(_ text: String, _ code: String) {
    #expect(CodeScanner.code(of: text) == code)
  }

  @Test func `functions are measured from their declaration to their closing brace`() {
    let file = SourceFile(
      path: "Sources/Room/A.swift",
      text: """
        protocol A {
          func required(_ a: Int) -> Int
          var b: Int { get }
        }
        struct B {
          var computed: Int {
            1
          }
          init(
            _ a: @escaping () -> Int = { 1 }
          ) {
            self.init(a)
          }
          static func < (a: B, b: B) -> Bool { true }
          @Test func `a "name" {`()
            throws
          {
            let text = "}"
          }
        }
        """)
    #expect(
      FunctionSpan.all(in: file) == [
        FunctionSpan(name: "var computed: Int", line: 6, length: 3),
        FunctionSpan(name: "init", line: 9, length: 5),
        FunctionSpan(name: "static func <", line: 14, length: 1),
        FunctionSpan(name: "@Test func `a \"name\" {`", line: 15, length: 5),
      ])
  }
}
