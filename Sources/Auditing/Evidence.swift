internal import Invoicing

/// One piece of a finding's evidence, as a place in the books; its words are made where they are
/// written (`Narrator.tell`).
enum Evidence: Sendable {
  case received(Int)
  case sent(Int, SentPart)
  case source(Int)
  case flag(Int)
  case attempt(Int)
  case vanished(VanishedMirrors.Mirror)
  case line(Int)
  case attachment(Int)
}
