internal import Auditing
internal import Cores
internal import Extracts
internal import Foundation
internal import Invoicing
internal import Planning
internal import Reporting
internal import Snapshots
internal import Workspaces

/// A run of the auditor: extract, snapshot, findings against those before, reports.
struct AuditFlow: Sendable {
  /// An audit against the snapshot before.
  struct Audited: Sendable {
    let workspace: Workspace
    let report: Report
    /// Where its findings go, told, to be remembered.
    let told: BoundedQueue<KeptFindings>
  }

  /// What is done with an audit; calls when it is ready to, and goes on when the snapshot is
  /// stored.
  typealias Finish<Value> = @Sendable (Audited, _ whenStored: () throws -> Void) throws -> Value

  /// What the two cores hand each other.
  private struct Handover: Sendable {
    let conclusion = Promise<SnapshotConclusion>()
    let judged = Promise<Audited>()
    let told = BoundedQueue<KeptFindings>(most: 64)
    let ready = Promise<Void>()
    let stored = Promise<Void>()

    /// Whoever waits for the core that judges gets its failure.
    func fail(_ error: any Error) {
      conclusion.keep(.failure(error))
      judged.keep(.failure(error))
      told.fail(error)
      ready.keep(.failure(error))
    }
  }

  let configuration: Configuration
  /// Whether a plan is drawn where the configuration asks for one.
  private let writesPlans: Bool
  private let progress = ProgressLine()

  init(configuration: Configuration, writesPlans: Bool = false) {
    self.configuration = configuration
    self.writesPlans = writesPlans
  }

  private var settings: Settings { configuration.settings }

  /// Snapshots an extract and judges it; the same extract again is the same snapshot.
  ///
  /// The snapshot is written on one core while the other judges and does `finish`; it takes its
  /// name when both have succeeded.
  func snapshot<Value: Sendable>(
    _ extract: String, quarantine: Bool, finish: @escaping Finish<Value>
  ) throws -> Value {
    defer { progress.clear() }
    var draft = try ExtractReader.read(folder: extract, quarantine: quarantine) { read in
      progress.show("reading \(read.file)", read.bytesRead, of: read.bytesInAll)
    }
    let workspace = try Workspace.open(configuration.workspaceFolder, create: true)
    try workspace.remember(ExecutionFile.mendings(configuration, group: draft.header.group))
    if let known = try known(draft, in: workspace) {
      return try remembering(audit(known, in: workspace)) { audited in
        try finish(audited) {}
      }
    }
    let before = try workspace.snapshotBefore(
      group: draft.header.group, takenAt: draft.header.takenAt)
    if let before {
      let intact = Promise.background { try workspace.intactPath(of: before) }
      let path = workspace.path(of: before)
      let carried = Result { try VanishedCarry.carry(from: path, into: &draft) }
      // What is wrong with a file that was changed is that it was changed.
      _ = try intact.value()
      try carried.get()
    }
    return try store(Books(draft), in: workspace, finish: finish)
  }

  private func store<Value: Sendable>(
    _ books: Books, in workspace: Workspace, finish: @escaping Finish<Value>
  ) throws -> Value {
    progress.show("judging \(books.received.count) received invoices, writing the snapshot")
    let handover = Handover()
    let coding = Promise.background { BooksCoding(books) }
    let digest = Promise.background { SnapshotIdentity.contentDigest(of: try coding.value()) }
    let finished = Promise.background {
      do {
        return try judge(books, digest, in: workspace, handover, finish: finish)
      } catch {
        handover.fail(error)
        throw error
      }
    }
    let kept = Promise.background { try keep(handover.judged.value()) }
    do {
      let file = try SnapshotWriter.write(
        books, coding: (consume coding).value(), into: workspace.snapshotsFolder,
        conclusion: handover.conclusion.value
      ) {
        try kept.value()
        try handover.ready.value()
      }
      _ = try workspace.register(file)
      handover.stored.keep(.success(()))
    } catch {
      handover.stored.keep(.failure(error))
      handover.told.fail(error)
      // The workspace is left alone once this is thrown.
      _ = try? finished.value()
      _ = try? kept.value()
      throw error
    }
    return try finished.value()
  }

  /// What the core that judges does while the other writes the snapshot.
  private func judge<Value: Sendable>(
    _ books: Books, _ digest: Promise<String>, in workspace: Workspace, _ handover: Handover,
    finish: Finish<Value>
  ) throws -> Value {
    let audit = Auditor.audit(books, settings)
    let identity = SnapshotIdentity(
      of: books, contentDigest: try digest.value(), vanishedOwners: audit.vanishedOwners)
    handover.conclusion.keep(
      .success(
        SnapshotConclusion(
          identity: identity, links: audit.links, vanishedOwners: audit.vanishedOwners)))
    let audited = try compared(
      audit, identity: identity.identity, in: workspace, telling: handover.told)
    handover.judged.keep(.success(audited))
    return try finish(audited) {
      handover.ready.keep(.success(()))
      try handover.stored.value()
    }
  }

  /// Judges a snapshot that was made before; what it finds is remembered by `remembering`.
  func audit(_ found: FoundSnapshot, in workspace: Workspace) throws -> Audited {
    let header = try SnapshotReader.header(of: found.path)
    let audit = Auditor.audit(try books(of: found, in: workspace), settings)
    return try compared(
      audit, identity: header.identity, in: workspace, telling: BoundedQueue(most: 64))
  }

  /// The books of a snapshot, whose file is as it was made where the workspace knows it.
  func books(of found: FoundSnapshot, in workspace: Workspace) throws -> Books {
    defer { progress.clear() }
    progress.show("reading \(found.path)")
    let intact = found.registered.map { registered in
      Promise.background { try workspace.intactPath(of: registered) }
    }
    let read = Result { try SnapshotReader.read(found.path) }
    // What is wrong with a file that was changed is that it was changed.
    _ = try intact?.value()
    return Books(try read.get())
  }

  /// Writes the reports, and gives their paths; the findings are told on the way.
  func write(_ audited: Audited, whenWhole: () throws -> Void) throws -> [String] {
    let folder = configuration.outFolder
    let names = try ReportFolder.write(
      audited.report, to: folder, formats: configuration.reportFormats,
      adding: plan(of: audited), telling: { try audited.told.put($0) },
      whenWhole: {
        audited.told.end()
        try whenWhole()
      })
    return names.map { "\(folder)/\($0)" }
  }

  /// The files of the plan where one is asked for; where none can be drawn, that is said.
  private func plan(of audited: Audited) throws -> [AddedFile] {
    guard configuration.plan ?? false, writesPlans else { return [] }
    do {
      return try PlanDrawing(audited, configuration).files
    } catch let refusal as NoPlan {
      Terminal.complain("mirror-audit: \(refusal)")
      return []
    }
  }

  /// Prints the summary, remembers the run, and ends as the findings say.
  func conclude(_ audited: Audited, files: [String], asJSON: Bool) throws -> Never {
    let outcome = Outcome(audited.report.audit)
    try record(audited, outcome)
    Terminal.write(
      asJSON
        ? JSONSummary.text(of: audited.report, files: files)
        : TerminalSummary.text(of: audited.report, files: files, style: Terminal.style))
    outcome.end()
  }

  /// The snapshot that was made of this very extract before.
  private func known(_ draft: BooksDraft, in workspace: Workspace) throws -> FoundSnapshot? {
    let isPossible = try workspace.snapshots().contains {
      $0.group == draft.header.group && $0.takenAt == draft.header.takenAt
    }
    guard isPossible else { return nil }
    let digest = SnapshotIdentity.contentDigest(of: Books(draft))
    guard let known = try workspace.existing(contentDigest: digest) else { return nil }
    return FoundSnapshot(path: workspace.path(of: known), registered: known)
  }

  /// The audit against the snapshot before.
  private func compared(
    _ audit: Audit, identity: String, in workspace: Workspace,
    telling told: BoundedQueue<KeptFindings>
  ) throws -> Audited {
    let before = try audit.books.before.map { try findings(before: $0, in: workspace) }
    let mendings = try workspace.mendings(until: audit.books.header.takenAt)
    let compared = audit.compared(to: before ?? []).mended(by: mendings)
    let report = Report(
      audit: compared, identity: identity, schema: Int(SnapshotSchema.version),
      program: Version.program, forecast: forecast(audit))
    return Audited(workspace: workspace, report: report, told: told)
  }

  /// What a rerun would do, where it is known how the economy system treats keys.
  private func forecast(_ audit: Audit) -> [ForecastRow]? {
    configuration.idempotency.map { mode in
      Forecaster.forecast(JudgedBooks(audit.books, settings), mode: mode)
    }
  }

  private func record(_ audited: Audited, _ outcome: Outcome) throws {
    let findings = audited.report.audit.findings
    func count(_ state: FindingState) -> Int {
      findings.indices.count { findings.figures(at: $0).state == state }
    }
    let now = Moment(microseconds: Int64(Date().timeIntervalSince1970) * 1_000_000)
    try audited.workspace.record(
      Run(
        audit: key(audited.report.identity), startedAt: now, exitCode: Int(outcome.rawValue),
        newFindings: count(.new), persistingFindings: count(.persisting),
        resolvedFindings: count(.resolved)))
  }

  func key(_ identity: String) -> AuditKey {
    AuditKey(
      identity: identity, rulesVersion: Version.program.rules, settingsDigest: settings.digest)
  }

  /// Findings of the snapshot that another follows, under the same settings.
  private func findings(
    before: SnapshotBefore, in workspace: Workspace
  ) throws -> [FindingRecord] {
    if let stored = try workspace.findings(of: key(before.identity)) { return stored }
    let audit = Auditor.audit(
      try books(of: workspace.find(before.identity), in: workspace), settings)
    let records = audit.findings.map(\.record)
    try workspace.store(records, of: key(before.identity))
    return records
  }
}
