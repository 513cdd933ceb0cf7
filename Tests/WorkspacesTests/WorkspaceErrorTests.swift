import Testing
import Workspaces

@Suite struct WorkspaceErrorTests {
  @Test(arguments: [
    (
      WorkspaceError.missing(path: "w"),
      "there is no workspace at w: name another with --workspace, or make one with "
        + "'mirror-audit run --extract DIR'"
    ),
    (
      .unusable(path: "w", reason: "Permission denied"),
      "the workspace w cannot be used (Permission denied): check its permissions and its disk"
    ),
    (
      .locked(path: "w", process: 42),
      "another mirror-audit (process 42) works in w: wait until it is done, or name another "
        + "workspace with --workspace"
    ),
    (
      .locked(path: "w", process: nil),
      "another mirror-audit works in w: wait until it is done, or name another workspace with "
        + "--workspace"
    ),
    (
      .foreign(path: "w/audit.sqlite"),
      "w/audit.sqlite is not a database of mirror-audit, and is left as it is: move it away, or "
        + "name another workspace with --workspace"
    ),
    (
      .newerSchema(path: "w/audit.sqlite"),
      "w/audit.sqlite was written by a newer mirror-audit: use that one, or name another "
        + "workspace with --workspace"
    ),
    (
      .damaged(path: "w/audit.sqlite", detail: "x"),
      "w/audit.sqlite is damaged (x): restore it from a backup, or move it away; the snapshots "
        + "stand in files of their own"
    ),
    (
      .noSnapshots(path: "w"),
      "the workspace w has no snapshot yet: make one with 'mirror-audit run --extract DIR'"
    ),
    (
      .unknownSnapshot(reference: "abcd", known: ["1", "2"]),
      "no snapshot is called 'abcd'; there are 1, 2"
    ),
    (
      .unknownSnapshot(reference: "abcd", known: (1...22).map { "\($0)" }),
      "no snapshot is called 'abcd'; there are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, "
        + "15, 16, 17, 18, 19, 20 and 2 more"
    ),
    (
      .ambiguousSnapshot(reference: "abcd", matches: ["abcd1", "abcd2"]),
      "'abcd' is the beginning of more than one identity; there are abcd1, abcd2: give more "
        + "digits"
    ),
    (
      .shortReference(reference: "abc"),
      "'abc' is no snapshot: give a path, or four or more of the first digits of an identity"
    ),
    (
      .snapshotMissing(path: "s"),
      "the snapshot s is registered but not there: restore it from a backup, or take it again "
        + "with 'mirror-audit snapshot'"
    ),
    (
      .snapshotChanged(path: "s", expected: "1", found: "2"),
      "the snapshot s has been changed (its SHA-256 is 2, it was 1): restore it from a backup, or "
        + "remove it and take it again with 'mirror-audit snapshot'"
    ),
  ])
  func `an error is a plain sentence`(error: WorkspaceError, sentence: String) {
    #expect("\(error)" == sentence)
  }
}
