/// Where a parser's events go, whatever the handler's type: one virtual call an event.
class EventSink {
  /// What the handler threw.
  final var failure: (any Error)?

  /// Each returns whether to go on.
  func startElement(_ element: borrowing XMLElement) -> Bool { false }
  func text(_ text: borrowing XMLBytes) -> Bool { false }
  func endElement(_ localName: borrowing XMLBytes, _ namespace: borrowing XMLBytes) -> Bool {
    false
  }
}

@safe
final class HandlerSink<Handler: XMLHandler & ~Copyable>: EventSink {
  // Holds because the sink lives inside the call that has the handler `inout`.
  private let handler: UnsafeMutablePointer<Handler>

  init(_ handler: UnsafeMutablePointer<Handler>) {
    unsafe self.handler = unsafe handler
  }

  override func startElement(_ element: borrowing XMLElement) -> Bool {
    do {
      try unsafe handler.pointee.startElement(element)
      return unsafe !handler.pointee.isDone
    } catch {
      return fail(error)
    }
  }

  override func text(_ text: borrowing XMLBytes) -> Bool {
    do {
      try unsafe handler.pointee.text(text)
      return unsafe !handler.pointee.isDone
    } catch {
      return fail(error)
    }
  }

  override func endElement(
    _ localName: borrowing XMLBytes, _ namespace: borrowing XMLBytes
  ) -> Bool {
    do {
      try unsafe handler.pointee.endElement(localName: localName, namespace: namespace)
      return unsafe !handler.pointee.isDone
    } catch {
      return fail(error)
    }
  }

  private func fail(_ error: any Error) -> Bool {
    failure = error
    return false
  }
}
