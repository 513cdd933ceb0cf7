/// What came of one seed.
struct Playing: Sendable {
  let script: Script
  let wrong: String?
  let digest: UInt64
  let tally: World.Tally
  let timeline: [String]

  init(_ script: Script, isTold: Bool = false) {
    var world = World(script, isTold: isTold)
    world.play()
    self.script = script
    wrong = world.wrong
    digest = world.trace.digest
    tally = world.tally
    timeline = world.trace.lines
  }
}
