import Testing

/// Every fault of a cell, with all that is printed for it.
@Suite struct BadCellTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var file = "received.csv"
    /// What replaces the row, or the whole file where there is a line break in it.
    var row: String
    var header: String?
    var prints: String
    var testDescription: String { "\(file): \(row.prefix(60))" }
  }

  static let headers = [
    "received.csv": "id,supplier,number,kind,issue_date,currency,net,vat,gross,status",
    "sent.csv": "id,customer,kind,issue_date,currency,net,vat,gross,status,credits,created_at",
    "processed.csv": "received_id,processed,processed_at,mirror_id",
    "source.csv":
      "id,supplier,number,customer,kind,issue_date,currency,net,vat,gross,status",
    "lines.csv": "ledger,invoice_id,line,kind,description,quantity,vat_rate,net",
    "attachments.csv": "ledger,invoice_id,name,sha256,bytes",
    "attempts.csv": "received_id,attempted_at,outcome,sent_id",
  ]

  @Test(arguments: cellCases + structureCases)
  func `a bad row is shown whole`(_ bad: Case) throws {
    let header = try #require(bad.header ?? Self.headers[bad.file])
    let extract = try ExtractOnDisk([bad.file: "\(header)\n\(bad.row)"])
    #expect(extract.failure() == bad.prints)
  }

  static let cellCases = [
    Case(
      row: "R1,A,1,invoice,2023-04-03,SEK,\"1.234,5\",0,1,open\n",
      prints: """
        received.csv:2: net: the amount '1.234,5' has two decimal separators
          R1,A,1,invoice,2023-04-03,SEK,"1.234,5",0,1,open
                                        ^^^^^^^^^
          expected: digits and one '.', as in 1234.50
        """),
    Case(
      row: "R1,A,1,invoice,2023-04-03,SEK,1,\"0,5\",1,open\n",
      prints: """
        received.csv:2: vat: the amount '0,5' has a decimal comma
          R1,A,1,invoice,2023-04-03,SEK,1,"0,5",1,open
                                          ^^^^^
          expected: digits and one '.', as in 1234.50
        """),
    Case(
      row: "R1,A,1,invoice,2023-04-03,JPY,1 000,0,1,open\n",
      prints: """
        received.csv:2: net: the amount '1 000' has a space in it
          R1,A,1,invoice,2023-04-03,JPY,1 000,0,1,open
                                        ^^^^^
          expected: digits alone, as in 1234
        """),
    Case(
      row: "R1,A,1,invoice,2023-04-03,KWD,1,0,1e3,open\n",
      prints: """
        received.csv:2: gross: the amount '1e3' is not a number
          R1,A,1,invoice,2023-04-03,KWD,1,0,1e3,open
                                            ^^^
          expected: digits and one '.', as in 1234.500
        """),
    Case(
      row: "R1,A,1,invoice,2023-04-03,SEK,1.001,0,1,open\n",
      prints: """
        received.csv:2: net: the amount '1.001' has more decimals than SEK has
          R1,A,1,invoice,2023-04-03,SEK,1.001,0,1,open
                                        ^^^^^
          expected: at most 2 decimals
        """),
    Case(
      row: "R1,A,1,invoice,2023-04-03,JPY,1.1,0,1,open\n",
      prints: """
        received.csv:2: net: the amount '1.1' has more decimals than JPY has
          R1,A,1,invoice,2023-04-03,JPY,1.1,0,1,open
                                        ^^^
          expected: no decimals
        """),
    Case(
      row: "R1,A,1,invoice,2023-04-03,SEK,10000000000000.00,0,1,open\n",
      prints: """
        received.csv:2: net: the amount '10000000000000.00' is too large
          R1,A,1,invoice,2023-04-03,SEK,10000000000000.00,0,1,open
                                        ^^^^^^^^^^^^^^^^^
          expected: less than 10^15 of the smallest unit
        """),
    Case(
      row: "R1,A,1,invoice,2023-04-03,SEK,,0,1,open\n",
      prints: """
        received.csv:2: net: there is no value
          R1,A,1,invoice,2023-04-03,SEK,,0,1,open
                                        ^
          expected: digits and one '.', as in 1234.50
        """),
    Case(
      row: "R1,A,1,invoice,2023-02-30,SEK,1,0,1,open\n",
      prints: """
        received.csv:2: issue_date: '2023-02-30' is no date
          R1,A,1,invoice,2023-02-30,SEK,1,0,1,open
                         ^^^^^^^^^^
          expected: a date of the calendar as YYYY-MM-DD, as in 2023-04-01
        """),
    Case(
      row: "R1,A,1,invoice,,SEK,1,0,1,open\n",
      prints: """
        received.csv:2: issue_date: there is no value
          R1,A,1,invoice,,SEK,1,0,1,open
                         ^
          expected: a date of the calendar as YYYY-MM-DD, as in 2023-04-01
        """),
    Case(
      row: "R1,A,1,Invoice,2023-04-03,SEK,1,0,1,open\n",
      prints: """
        received.csv:2: kind: 'Invoice' is not known
          R1,A,1,Invoice,2023-04-03,SEK,1,0,1,open
                 ^^^^^^^
          expected: one of invoice, credit-note
        """),
    Case(
      row: "R1,A,1,invoice,2023-04-03,SEK,1,0,1,\n",
      prints: """
        received.csv:2: status: there is no value
          R1,A,1,invoice,2023-04-03,SEK,1,0,1,
                                              ^
          expected: one of open, booked, paid, cancelled
        """),
    Case(
      row: "R1,A,1,invoice,2023-04-03,sek,1,0,1,open\n",
      prints: """
        received.csv:2: currency: 'sek' is no currency
          R1,A,1,invoice,2023-04-03,sek,1,0,1,open
                                    ^^^
          expected: a currency's code in ISO 4217, as in SEK
        """),
    Case(
      row: "R1,,1,invoice,2023-04-03,SEK,1,0,1,open\n",
      prints: """
        received.csv:2: supplier: there is no value
          R1,,1,invoice,2023-04-03,SEK,1,0,1,open
             ^
          expected: a text
        """),
    Case(
      row: "R;1,A,1,invoice,2023-04-03,SEK,1,0,1,open\n",
      prints: """
        received.csv:2: id: the id 'R;1' has a ';' in it
          R;1,A,1,invoice,2023-04-03,SEK,1,0,1,open
          ^^^
          expected: an id without ';' and line breaks
        """),
    Case(
      row: """
        R1,A,1,invoice,2023-04-03,SEK,1,0,1,open
        R2,A,2,invoice,2023-04-03,SEK,1,0,1,open
        R1,A,3,invoice,2023-04-03,SEK,1,0,1,open
        """,
      prints: """
        received.csv:4: id: the id 'R1' is on line 2 already
          R1,A,3,invoice,2023-04-03,SEK,1,0,1,open
          ^^
          expected: each id once
        """),
    Case(
      file: "sent.csv",
      row: "S1,K,invoice,2023-04-03,SEK,1,0,1,sent,\"S\n2\",2023-04-03 10:00:00Z\n",
      prints: """
        sent.csv:2: credits: the id 'S\\n2' has a line break in it
          S1,K,invoice,2023-04-03,SEK,1,0,1,sent,"S\\n2",2023-04-03 10:00:00Z
                                                 ^^^^^^
          expected: an id without ';' and line breaks
        sent.csv:2: created_at: '2023-04-03 10:00:00Z' is no moment
          S1,K,invoice,2023-04-03,SEK,1,0,1,sent,"S\\n2",2023-04-03 10:00:00Z
                                                        ^^^^^^^^^^^^^^^^^^^^
          expected: a moment as YYYY-MM-DDTHH:MM:SSZ, as in 2023-05-31T06:00:00Z
        """),
    Case(
      file: "processed.csv", row: "R1,true,,\nR1,false,,\nR2,yes,,\n",
      prints: """
        processed.csv:3: received_id: the invoice 'R1' has its flag on line 2 already
          R1,false,,
          ^^
          expected: one row an invoice at most
        processed.csv:4: processed: 'yes' is not known
          R2,yes,,
             ^^^
          expected: one of false, true
        """),
    Case(
      file: "source.csv", row: "R1,A,1,,invoice,2023-04-03,SEK,1,0,1,sent\n",
      prints: """
        source.csv:2: customer: there is no value
          R1,A,1,,invoice,2023-04-03,SEK,1,0,1,sent
                 ^
          expected: a text
        """),
    Case(
      file: "lines.csv",
      row: """
        received,R1,1,service,,1.5h,-25,1.001
        received,R9,1,service,,,25.00001,0.00001
        received,R9,1,service,,,x,1
        """,
      prints: """
        lines.csv:2: quantity: the number '1.5h' is not a number
          received,R1,1,service,,1.5h,-25,1.001
                                 ^^^^
          expected: digits and one '.', with at most 12 decimals, as in 7.5
        lines.csv:2: vat_rate: the rate '-25' is negative
          received,R1,1,service,,1.5h,-25,1.001
                                      ^^^
          expected: a percentage from 0 on with at most 4 decimals, as in 25
        lines.csv:3: vat_rate: '25.00001' has too many decimals
          received,R9,1,service,,,25.00001,0.00001
                                  ^^^^^^^^
          expected: at most 4 decimals
        lines.csv:3: net: '0.00001' has too many decimals
          received,R9,1,service,,,25.00001,0.00001
                                           ^^^^^^^
          expected: at most 4 decimals
        lines.csv:4: vat_rate: the rate 'x' is not a number
          received,R9,1,service,,,x,1
                                  ^
          expected: a percentage from 0 on with at most 4 decimals, as in 25
        """),
    Case(
      file: "attachments.csv", row: "sent,S1,a.pdf,abc,-1\n",
      prints: """
        attachments.csv:2: sha256: 'abc' is no SHA-256 digest
          sent,S1,a.pdf,abc,-1
                        ^^^
          expected: 64 hex digits
        attachments.csv:2: bytes: '-1' is no number of bytes
          sent,S1,a.pdf,abc,-1
                            ^^
          expected: a whole number of bytes, as in 24936
        """),
    Case(
      file: "attempts.csv", row: "R1,,made,\n",
      prints: """
        attempts.csv:2: attempted_at: there is no value
          R1,,made,
             ^
          expected: a moment as YYYY-MM-DDTHH:MM:SSZ, as in 2023-05-31T06:00:00Z
        attempts.csv:2: outcome: 'made' is not known
          R1,,made,
              ^^^^
          expected: one of created, replayed, timeout, failed, conflict
        """),
  ]
}
