internal import Invoicing

extension SnapshotTables {
  /// What the snapshot's content says of itself, as a table of one row.
  static func header(_ header: ExtractHeader) -> StoredTable {
    var texts = TextTable()
    let group = texts.intern(header.group)
    let digest = texts.intern(header.sha256)
    var covers = DateColumn()
    covers.append(header.coversFrom)
    return StoredTable(
      "snapshot", count: 1, texts: texts,
      [
        "place": .integers([1]),
        "schema_version": .integers([Int64(SnapshotSchema.version)]),
        "group_name": .texts([group]),
        "taken_at": .moments([header.takenAt]),
        "covers_from": .optionalDates(covers),
        "companies_listed": .flags([header.companies != nil]),
        "extract_sha256": .texts([digest]),
      ])
  }

  /// The header with what the snapshot is called by, and which one it follows.
  static func snapshot(
    _ header: ExtractHeader, identity: SnapshotIdentity, before: SnapshotBefore?
  ) -> StoredTable {
    var table = self.header(header)
    var beforeMoment = MomentColumn()
    beforeMoment.append(before?.takenAt)
    let texts: KeyValuePairs = [
      "identity": identity.identity, "content_digest": identity.contentDigest,
      "before_identity": before?.identity ?? "",
    ]
    for (name, text) in texts {
      table.columns.append(.init(name: name, cells: .texts([table.texts.intern(text)])))
    }
    table.columns.append(.init(name: "before_taken_at", cells: .optionalMoments(beforeMoment)))
    return table
  }
}
