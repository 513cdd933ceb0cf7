internal import Invoicing

/// Something that comes over the world: a line of the script that a seed writes.
struct Happening: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A consulting company issues an invoice and the group receives it.
    case invoice(Receipt)
    /// An engine of old runs.
    case oldRun(OldKeys)
    /// The engine of today does its daily job.
    case dailyRun
    case person(Deed)
    case audit
    /// Audit, plan, approve all, execute, audit again.
    case repair
    /// The clock of the engine's machine is moved, in seconds.
    case clock(Int64)
  }

  /// How an invoice reaches the group's books.
  enum Receipt: String, CaseIterable, Hashable, Sendable {
    case right, twice, otherAmount, mistyped, never, creditNote, otherSupplier
  }

  enum OldKeys: String, CaseIterable, Hashable, Sendable {
    case none, printedNumber, receivedID
  }

  enum Deed: String, CaseIterable, Hashable, Sendable {
    case deleteMirror, creditMirror, creditAsDraft, creditPartly, payMirror, sendMirror, bookMirror
    case cancelReceived, payReceived, bookTwice, changeReceived
    case billByHand, billWithNumber, billUnmarked, billMistyped, billOwn
    case takeFlagOff, setFlagBlindly, setFlagWrongly
    case changeCustomer, changePrice, changeCurrency, dropLine, renameCustomer, retireCustomer
    case cancelMirror, cancelSource, sendAgain
  }

  let number: Int
  let at: Moment
  let kind: Kind
  /// Of its own dice: what happens here is the same when others are struck from the script.
  let seed: UInt64
}

extension Happening: CustomStringConvertible {
  var description: String {
    let what =
      switch kind {
      case .invoice(let receipt): "an invoice (\(receipt.rawValue))"
      case .oldRun(let keys): "an engine of old runs, keys: \(keys.rawValue)"
      case .dailyRun: "the engine does its daily job"
      case .person(let deed): "a person: \(deed.rawValue)"
      case .audit: "an audit"
      case .repair: "a repair"
      case .clock(let seconds): "the engine's clock jumps by \(seconds) s"
      }
    return "[\(number)] \(what)"
  }
}
