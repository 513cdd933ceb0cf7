import Invoicing
import Testing

@Suite struct TextTableTests {
  @Test func `equal texts have one handle, different bytes different ones`() {
    var table = TextTable()
    #expect(table.intern("") == .absent)
    let composed = table.intern("\u{e9}")
    #expect(table.intern("\u{e9}") == composed)
    #expect(table.intern("e\u{301}") != composed)
    #expect(table.string(composed).utf8.elementsEqual("\u{e9}".utf8))
    #expect(table.find("e\u{301}") != nil)
    #expect(table.find("f") == nil)
    #expect(table.find("") == .absent)
    #expect(table.count == 3)
  }

  @Test func `it grows beyond its first size and loses nothing`() {
    var table = TextTable()
    let handles = (0..<5000).map { table.intern("id-\($0 * 7919)") }
    #expect(Set(handles).count == 5000)
    for (i, handle) in handles.enumerated() {
      #expect(table.find("id-\(i * 7919)") == handle)
      #expect(table.string(handle) == "id-\(i * 7919)")
    }
  }
}
