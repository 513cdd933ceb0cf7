internal import Auditing
internal import Invoicing
internal import XML

/// What the rules did, and what it adds up to.
extension XMLWriter {
  mutating func rules(_ runs: [RuleRun]) throws(XMLWriteError) {
    try startElement("rules")
    for run in runs where run.lacks == nil {
      try startElement("ran")
      try attribute("rule", run.rule)
      try attribute("severity", run.severity.name)
      try attribute("findings", count: run.findings)
      try endElement()
    }
    for run in runs {
      guard let file = run.lacks else { continue }
      try startElement("did-not-run")
      try attribute("rule", run.rule)
      try attribute("severity", run.severity.name)
      try attribute("lacks", file.name)
      try endElement()
    }
    try endElement()
  }

  mutating func tieOut(_ audit: Audit) throws(XMLWriteError) {
    try startElement("tie-out")
    try attribute("balances", audit.balances ? "true" : "false")
    for row in audit.tieOut {
      try startElement("row")
      try attribute("currency", row.currency.code)
      try attribute("supplier", ifAny: row.supplier)
      try tieOutAmounts(row)
      try endElement()
    }
    for sum in audit.tieOut.sums {
      try startElement("sum")
      try attribute("currency", sum.currency.code)
      try tieOutAmounts(sum)
      try endElement()
    }
    try endElement()
  }

  private mutating func tieOutAmounts(_ row: TieOutRow) throws(XMLWriteError) {
    try attribute("expected", row.expected, row.currency)
    try attribute("mirrored", row.mirrored, row.currency)
    try attribute("difference", row.difference, row.currency)
    try attribute("findings", row.findings, row.currency)
    try attribute("pending", row.pending, row.currency)
    try attribute("tolerated", row.tolerated, row.currency)
    try attribute("unexplained", row.unexplained, row.currency)
    try attribute("received-count", count: row.receivedCount)
    try attribute("mirrored-count", count: row.mirroredCount)
    try attribute("pending-count", count: row.pendingCount)
  }

  mutating func moneyAtStake(_ stakes: Stakes) throws(XMLWriteError) {
    try startElement("money-at-stake")
    for total in stakes.byCurrency {
      try startElement("currency")
      try attribute("code", total.currency.code)
      try stake(total)
      for part in stakes.byRule where part.stake.currency == total.currency {
        try startElement("rule")
        try attribute("name", part.rule)
        try stake(part.stake)
        try endElement()
      }
      try endElement()
    }
    try endElement()
  }

  private mutating func stake(_ stake: Stake) throws(XMLWriteError) {
    try attribute("findings", count: stake.findings)
    try attribute("too-little", stake.tooLittle, stake.currency)
    try attribute("too-much", stake.tooMuch, stake.currency)
    try attribute("effect", stake.effect, stake.currency)
  }
}
