/// The values of rows that are being inserted (`RowInsertion`), one column after the other.
@safe package struct RowValues {
  private let parameters: BoundParameters
  /// What the texts stand in; it outlives the statement's run.
  private let texts: UnsafeBufferPointer<UInt8>
  private var next = 0

  init(_ parameters: BoundParameters, _ texts: UnsafeBufferPointer<UInt8>) {
    unsafe self.parameters = unsafe parameters
    unsafe self.texts = unsafe texts
  }

  package mutating func add(_ number: Int64) {
    unsafe parameters.bind(number, next)
    next += 1
  }

  package mutating func add(_ word: StaticString) {
    unsafe parameters.bind(word, next)
    next += 1
  }

  /// The text that stands there; an empty one is NULL.
  package mutating func add(text place: Range<Int>) {
    if place.isEmpty {
      unsafe parameters.bindNull(next)
    } else {
      unsafe parameters.bind(UnsafeBufferPointer(rebasing: texts[place]), next)
    }
    next += 1
  }
}
