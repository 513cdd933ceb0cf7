/// A named value: an element of XML, or a member of an object of JSON.
package struct WireMember: Sendable {
  let name: String
  let value: WireValue
}
