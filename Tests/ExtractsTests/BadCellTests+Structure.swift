extension BadCellTests {
  /// Rows that cannot be cut, and header lines.
  static let structureCases = [
    Case(
      file: "processed.csv", row: "R1,true\n",
      prints: """
        processed.csv:2: the row has 2 fields, the header has 4
          R1,true
          expected: 4 fields; one with a comma, a quote or a line break stands in quotes
        """),
    Case(
      file: "processed.csv", row: "R1,true,,,,,\n",
      prints: """
        processed.csv:2: the row has 7 fields, the header has 4
          R1,true,,,,,
          expected: 4 fields; one with a comma, a quote or a line break stands in quotes
        """),
    Case(
      file: "processed.csv", row: "\nR1,true,,\n\n",
      prints: """
        processed.csv:2: the line is blank
          expected: a row; blank lines may be at the end of the file only
        """),
    Case(
      file: "processed.csv", row: "R1,\"true,,\nR2,true,,\n",
      prints: """
        processed.csv:2: processed: the quote that opens here is not closed
          R1,"true,,\\nR2,true,,\\n
             ^
          expected: a '"' at the end of the field, and '""' for each quote inside it
        """),
    Case(
      file: "processed.csv", row: "R1,\"true\"x,,\nR2,maybe,,\n",
      prints: """
        processed.csv:2: processed: there is text behind the closing quote
          R1,"true"x,,
                   ^
          expected: a comma or the end of the line, and '""' for a quote inside a field
        processed.csv:3: processed: 'maybe' is not known
          R2,maybe,,
             ^^^^^
          expected: one of false, true
        """),
    Case(
      file: "processed.csv", row: "R1,tr\"ue,,\n",
      prints: """
        processed.csv:2: processed: there is a quote inside a field that is not quoted
          R1,tr"ue,,
               ^
          expected: the whole field in quotes, and '""' for each quote inside it
        """),
    Case(
      file: "processed.csv", row: "R1,true,,\rR2,true,,\n",
      prints: """
        processed.csv:2: mirror_id: there is a carriage return without a line feed
          R1,true,,\\rR2,true,,
                   ^^
          expected: LF or CRLF at the end of a line; inside a field only in quotes
        """),
    Case(
      file: "processed.csv", row: "R\0,true,,\n\"R\0\",true,,\n",
      prints: """
        processed.csv:2: received_id: there is a NUL byte
          R\\u{0},true,,
           ^^^^^
          expected: text
        processed.csv:3: received_id: there is a NUL byte
          "R\\u{0}",true,,
            ^^^^^
          expected: text
        """),
    Case(
      file: "processed.csv", row: "", header: "",
      prints: """
        processed.csv:1: received_id: the column is missing
          expected: a header line with received_id, processed
        processed.csv:1: processed: the column is missing
          expected: a header line with received_id, processed
        """),
    Case(
      file: "processed.csv", row: "R1;true\n", header: "received_id;processed",
      prints: """
        processed.csv:1: received_id: the column is missing
          received_id;processed
          expected: a header line with received_id, processed
        processed.csv:1: processed: the column is missing
          received_id;processed
          expected: a header line with received_id, processed
        """),
    Case(
      file: "processed.csv", row: "R1,true,true\n", header: "received_id,processed,processed",
      prints: """
        processed.csv:1: processed: the column is there twice
          received_id,processed,processed
                                ^^^^^^^^^
          expected: each column once
        """),
    Case(
      file: "processed.csv", row: "R1,true\n", header: "received_id,\"processed\"x",
      prints: """
        processed.csv:1: there is text behind the closing quote
          received_id,"processed"x
                                 ^
          expected: a comma or the end of the line, and '""' for a quote inside a field
        """),
  ]
}
