/// The five steps by which a sent invoice is linked to a received one (`findings.md`, Links).
package enum LinkStep: UInt8, CaseIterable, Sendable {
  case statedMirror = 1
  case claim
  case content
  case waitingClaim
  case furtherMirror
}
