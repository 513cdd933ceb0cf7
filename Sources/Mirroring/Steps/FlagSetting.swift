internal import Invoicing
internal import RepairPlans

/// Sets the flag with the mirror's id and reads it back.
///
/// Whoever begins it has just read the mirror: live, of this received invoice. The request may be
/// repeated: it says the same each time.
struct FlagSetting: Equatable, Sendable {
  let receivedID: String
  let mirrorID: String
  private var isSet = false
  private var readings = 0
  private static let mostReadings = 3

  init(receivedID: String, mirrorID: String) {
    self.receivedID = receivedID
    self.mirrorID = mirrorID
  }

  enum Result: Equatable {
    case move(Move)
    case isSet
    case failed(Why)
  }

  mutating func begin() -> Move {
    isSet = false
    return .ask(.setProcessed(receivedID: receivedID, mirrorID: mirrorID))
  }

  mutating func answered(_ answer: SystemAnswer) -> Result {
    switch answer {
    case .done where !isSet:
      isSet = true
      return .move(.ask(.readReceived(id: receivedID)))
    case .received(let reading) where isSet:
      return read(reading)
    default: preconditionFailure("the shell answers another question")
    }
  }

  func failed(_ failure: RequestFailure) -> Why {
    .flagFailed(received: receivedID, sent: mirrorID, failure: failure)
  }

  private mutating func read(_ reading: ReceivedReading?) -> Result {
    guard let reading else { return .failed(.receivedGone(receivedID)) }
    if reading.isProcessed, reading.mirrorIDs.contains(mirrorID) { return .isSet }
    readings += 1
    if readings < Self.mostReadings { return .move(begin()) }
    return .failed(.flagNotKept(received: receivedID, sent: mirrorID))
  }
}
