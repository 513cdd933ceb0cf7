import Foundation
import Testing

/// Month after month in one workspace.
@Suite struct MonthsTests {
  /// A small month: one invoice that is billed, and one whose mirror comes and goes.
  private func writeMonth(_ month: Int, mirror: Bool, to folder: Folder) throws {
    let name = "month-\(month)"
    try folder.write(
      """
      {"format": "mirror-extract/1", "group": "Group AB", "taken_at": "2023-0\(month)-28T06:00:00Z"}
      """, to: "\(name)/extract.json")
    try folder.write(
      """
      id,supplier,number,kind,issue_date,currency,net,vat,gross,status
      1,Konsult AB,A1,invoice,2023-01-03,SEK,100.00,25.00,125.00,booked
      2,Konsult AB,A2,invoice,2023-01-04,SEK,200.00,50.00,250.00,booked

      """, to: "\(name)/received.csv")
    let second = "12,102,Kund AB,invoice,2023-01-05,SEK,200.00,50.00,250.00,sent,2\n"
    try folder.write(
      """
      id,number,customer,kind,issue_date,currency,net,vat,gross,status,mirror_of
      11,101,Kund AB,invoice,2023-01-04,SEK,100.00,25.00,125.00,sent,1

      """ + (mirror ? second : ""), to: "\(name)/sent.csv")
    try folder.write("received_id,processed\n1,true\n2,true\n", to: "\(name)/processed.csv")
  }

  private func states(_ folder: Folder, _ month: Int) throws -> [String] {
    try CSVTable(folder.text("out-\(month)/findings.csv")).rows.map {
      "\($0["rule"] ?? "") \($0["received_id"] ?? "") \($0["state"] ?? "")"
    }
  }

  private func run(_ folder: Folder, _ month: Int) throws -> Int32 {
    try MirrorAuditProcess.run(
      ["run", "--extract", "month-\(month)", "--out", "out-\(month)", "--workspace", "work"],
      in: folder
    ).code
  }

  @Test func `a finding appears, persists, resolves and comes back`() throws {
    let folder = try Folder()
    for (month, mirror) in [(2, false), (3, false), (4, true), (5, false)] {
      try writeMonth(month, mirror: mirror, to: folder)
    }
    #expect(try [2, 3, 4, 5].map { try run(folder, $0) } == [2, 2, 0, 2])
    #expect(try states(folder, 2) == ["missing-mirror 2 new"])
    #expect(try states(folder, 3) == ["missing-mirror 2 persisting"])
    #expect(try states(folder, 4) == ["missing-mirror 2 resolved"])
    // The mirror of April was seen, and is gone: it has vanished.
    #expect(try states(folder, 5) == ["deleted-mirror 2 new"])

    let files = ["findings.csv", "tie-out.csv", "report.xml"]
    let first = try [2, 3, 4, 5].map { month in
      try files.map { try folder.data("out-\(month)/\($0)") }
    }
    for order in [[5, 2, 4, 3], [3, 3, 5, 4, 2]] {
      for month in order { _ = try run(folder, month) }
      let again = try [2, 3, 4, 5].map { month in
        try files.map { try folder.data("out-\(month)/\($0)") }
      }
      #expect(again == first)
    }
    #expect(try folder.names("work/snapshots").count == 4)
  }

  @Test func `report gives the bytes of then`() throws {
    let folder = try Folder()
    for (month, mirror) in [(2, false), (3, true), (4, false)] {
      try writeMonth(month, mirror: mirror, to: folder)
      _ = try run(folder, month)
    }
    for (month, file) in zip([2, 3, 4], try folder.names("work/snapshots")) {
      let result = try MirrorAuditProcess.run(
        [
          "report", "work/snapshots/\(file)", "--out", "again-\(month)", "--workspace", "work",
        ], in: folder)
      #expect(result.errors == "")
      for name in ["findings.csv", "tie-out.csv", "report.xml"] {
        #expect(try folder.data("out-\(month)/\(name)") == folder.data("again-\(month)/\(name)"))
      }
    }
  }

  @Test func `a snapshot made later with an earlier moment changes no other`() throws {
    let folder = try Folder()
    for month in [2, 4] {
      try writeMonth(month, mirror: false, to: folder)
      _ = try run(folder, month)
    }
    let april = try folder.data("out-4/report.xml")
    try writeMonth(3, mirror: true, to: folder)
    #expect(try run(folder, 3) == 0)
    #expect(try states(folder, 3) == ["missing-mirror 2 resolved"])
    _ = try run(folder, 4)
    #expect(try folder.data("out-4/report.xml") == april)
  }
}
