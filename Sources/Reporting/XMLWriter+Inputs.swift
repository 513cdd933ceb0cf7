internal import Auditing
internal import Invoicing
internal import XML

/// What was read, and what was not.
extension XMLWriter {
  mutating func inputs(_ books: Books) throws(XMLWriteError) {
    try startElement("inputs")
    try startElement("header")
    try attribute("file", "extract.json")
    try attribute("sha256", books.header.sha256)
    try endElement()
    for input in books.inputs { try self.input(input) }
    for file in ExtractFile.allCases where !books.has(file) {
      try startElement("absent")
      try attribute("file", file.name)
      try endElement()
    }
    try endElement()
  }

  private mutating func input(_ input: ExtractInput) throws(XMLWriteError) {
    try startElement("input")
    try attribute("file", input.file.name)
    try attribute("sha256", input.sha256)
    try attribute("rows", count: input.rows)
    try attribute("rejected", count: input.rejected)
    for column in input.ignoredColumns {
      try startElement("ignored-column")
      try attribute("name", text: column)
      try endElement()
    }
    try endElement()
  }

  /// More than a thousand are not listed: their digest holds them all.
  mutating func documents(_ documents: [InvoiceDocument]) throws(XMLWriteError) {
    try startElement("documents")
    try attribute("count", count: documents.count)
    try attribute("sha256", InvoiceDocument.digest(of: documents))
    if documents.count <= 1000 {
      for document in documents {
        try startElement("document")
        try attribute("path", text: document.path)
        try attribute("sha256", document.sha256)
        try endElement()
      }
    }
    try endElement()
  }

  mutating func quarantine(_ rows: [RejectedRow]) throws(XMLWriteError) {
    try startElement("quarantine")
    try attribute("rows", count: rows.count)
    for row in rows {
      try startElement("rejected-row")
      try attribute("file", row.file.name)
      try attribute("line", count: row.line)
      try attribute("column", ifAny: row.column)
      try attribute("reason", text: row.reason)
      try attribute("bytes", count: row.raw.utf8.count)
      try text(row.raw.cut(to: TextLimit.attribute))
      try endElement()
    }
    try endElement()
  }

  mutating func controlTotals(_ totals: [ControlTotal]) throws(XMLWriteError) {
    try startElement("control-totals")
    for total in totals {
      try startElement("total")
      try attribute("ledger", total.ledger.name)
      try attribute("currency", total.currency.code)
      try attribute("rows", count: total.rows)
      try attribute("net", total.net, total.currency)
      try attribute("vat", total.vat, total.currency)
      try attribute("rounding", total.rounding, total.currency)
      try attribute("gross", total.gross, total.currency)
      try endElement()
    }
    try endElement()
  }

  mutating func outOfScope(_ rows: [OutOfScopeRow]) throws(XMLWriteError) {
    try startElement("out-of-scope")
    for row in rows {
      try startElement("received")
      try attribute("supplier", text: row.supplier)
      try attribute("currency", row.currency.code)
      try attribute("reason", row.reason.name)
      try attribute("count", count: row.count)
      try attribute("gross", row.gross, row.currency)
      try endElement()
    }
    try endElement()
  }
}
