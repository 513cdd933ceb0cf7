internal import XML

/// Builds the tree of a document in XML, without namespaces, as it is read.
struct XMLTreeReader: XMLHandler {
  private struct Open {
    let name: String
    let line: Int
    let column: Int
    let isNull: Bool
    var text: [UInt8] = []
    var members: [WireMember] = []
  }

  private let roots: [String]
  private var valuesLeft: Int
  private let limit: Int
  private var open: [Open] = []
  private var root: WireValue?
  private var page = ListPage()

  private init(values: Int, roots: [String]) {
    self.roots = roots
    valuesLeft = values
    limit = values
  }

  static func read(_ body: [UInt8], values: Int, roots: [String]) throws(BodyFault) -> WireValue {
    var reader = XMLTreeReader(values: values, roots: roots)
    do {
      try XMLStream.parse(body, into: &reader)
    } catch let fault as BodyFault {
      throw fault
    } catch let error as XMLError {
      throw BodyFault(error)
    } catch {
      preconditionFailure("neither the parser nor this handler throws \(error)")
    }
    guard let root = reader.root else { throw .malformed(line: 1, column: 1, .empty) }
    return root
  }

  mutating func startElement(_ element: borrowing XMLElement) throws {
    let name = element.localName.string
    if open.isEmpty {
      guard roots.contains(name) else {
        throw BodyFault.malformed(
          line: element.line, column: element.column, .root(found: name, expected: roots))
      }
      page = ListPage(
        offset: element.attributes["offset"].flatMap { Int($0) },
        limit: element.attributes["limit"].flatMap { Int($0) },
        size: element.attributes["size"].flatMap { Int($0) })
    }
    valuesLeft -= 1
    guard valuesLeft >= 0 else { throw BodyFault.tooLarge(limit: limit, .values) }
    let null = element.attributes.value(
      of: "nil", in: "http://www.w3.org/2001/XMLSchema-instance")
    open.append(
      Open(
        name: name, line: element.line, column: element.column,
        isNull: null == "true" || null == "1"))
  }

  mutating func text(_ text: borrowing XMLBytes) throws {
    guard let last = open.indices.last, open[last].members.isEmpty else { return }
    text.append(to: &open[last].text)
  }

  mutating func endElement(
    localName: borrowing XMLBytes, namespace: borrowing XMLBytes
  ) throws {
    guard let element = open.popLast() else { return }
    var value = WireValue(Self.content(of: element), line: element.line, column: element.column)
    if let parent = open.indices.last {
      open[parent].members.append(WireMember(name: element.name, value: value))
    } else {
      value.page = page
      root = value
    }
  }

  private static func content(of element: Open) -> WireValue.Content {
    if element.isNull { return .null }
    guard element.members.isEmpty else { return .object(element.members) }
    return .text(String(decoding: element.text, as: UTF8.self))
  }
}

extension BodyFault {
  fileprivate init(_ error: XMLError) {
    switch error.reason {
    case .textTooLong: self = .tooLarge(limit: XMLLimits.text, .bytes)
    case .empty: self = .malformed(line: error.line, column: error.column, .empty)
    default:
      self = .malformed(line: error.line, column: error.column, .xml("\(error.reason)"))
    }
  }
}
