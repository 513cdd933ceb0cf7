/// What of a body is counted.
package enum BodyMeasure: String, Sendable {
  case bytes
  case values
}
