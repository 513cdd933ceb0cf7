package import Invoicing

/// The engine's decisions on one received invoice: events in, commands out.
///
/// It opens nothing, awaits nothing and knows neither time nor chance: each event brings both. A
/// machine that is started with what the journal remembers goes on where one before it was killed.
package struct CaseMachine: Sendable {
  let task: MirrorTask
  let settings: MirroringSettings
  var memory: CaseMemory

  package init(task: MirrorTask, memory: CaseMemory, settings: MirroringSettings) {
    self.task = task
    self.memory = memory
    self.settings = settings
  }

  /// What is to be done next.
  ///
  /// An event that is not awaited (an answer to another question, two starts) is a mistake of the
  /// shell and a precondition.
  package mutating func handle(
    _ event: MirrorEvent, at now: Moment, chance: UInt64
  ) -> [MirrorCommand] {
    []
  }
}
