internal import Invoicing

/// A value as the wire has it, of XML or of JSON, with its place.
package struct WireValue: Sendable {
  enum Content: Sendable {
    /// Of an element without others in it, or a string.
    case text(String)
    /// A number of JSON, as written.
    case number(String)
    case truth(Bool)
    case null
    /// The elements in an element, or the members of an object, in their order.
    case object([WireMember])
    case list([WireValue])
  }

  var content: Content
  let line: Int
  let column: Int
  /// Of the root of XML: the attributes of a page.
  var page = ListPage()
  var isJSON = false

  init(_ content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }
}

extension WireValue {
  /// The elements in it; an empty element has none, and what is no object is nil.
  var members: [WireMember]? {
    switch content {
    case .object(let members): members
    case .text(let text) where text.isBlank: []
    default: nil
    }
  }

  /// The values of a list.
  ///
  /// An array; or an element that holds `item`s, also where JSON keeps that element (`{"row":
  /// […]}`), as converters from XML do. What is no list is nil.
  func items(of item: String) -> [WireValue]? {
    switch content {
    case .list(let values): values
    case .text(let text) where text.isBlank: []
    case .object(let members):
      members.filter { $0.name == item }.flatMap { member in
        if case .list(let values) = member.value.content { values } else { [member.value] }
      }
    default: nil
    }
  }

  /// Neither an object nor a list.
  var isPlainValue: Bool {
    switch content {
    case .object, .list: false
    default: true
    }
  }

  /// The value as an error cites it: at most 40 characters, quoted where it is text.
  var excerpt: String {
    switch content {
    case .text(let text): "'\(text.cut)'"
    case .number(let text): text.cut
    case .truth(let truth): truth ? "true" : "false"
    case .null: "null"
    case .object: "an object"
    case .list: "a list"
    }
  }
}

extension String {
  /// Nothing but the white space of XML.
  var isBlank: Bool { utf8.allSatisfy { $0 == 32 || (9...10).contains($0) || $0 == 13 } }

  /// The beginning, on one line, with dots where something is left out.
  fileprivate var cut: String {
    let whole = prefix(40).unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }
    let text = String(String.UnicodeScalarView(whole)).printable
    return dropFirst(40).isEmpty ? text : text + "…"
  }
}
