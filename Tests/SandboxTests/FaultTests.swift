import EconomyAPI
import Invoicing
import Sandbox
import Testing

@Suite struct FaultTests {
  /// A fault on a create: whether it is committed, what is answered, how, and what the truth says.
  struct Row: CustomTestStringConvertible {
    let fault: Fault
    let commits: Bool
    let status: Int?
    let delivery: Delivery
    var testDescription: String { "\(fault.kind.rawValue) \(fault.choice)" }
  }

  static let rows = [
    Row(fault: Fault(.lostAnswer), commits: true, status: 200, delivery: .never),
    Row(fault: Fault(.lostRequest), commits: false, status: nil, delivery: .never),
    Row(
      fault: Fault(.slow, milliseconds: 40), commits: true, status: 200,
      delivery: .late(milliseconds: 40)),
    Row(fault: Fault(.errorBefore), commits: false, status: 500, delivery: .prompt),
    Row(fault: Fault(.errorAfter), commits: true, status: 500, delivery: .prompt),
    Row(fault: Fault(.rateLimit, seconds: 3), commits: false, status: 429, delivery: .prompt),
    Row(fault: Fault(.reset, choice: 0), commits: true, status: 200, delivery: .reset),
    Row(fault: Fault(.reset, choice: 1), commits: false, status: nil, delivery: .reset),
    Row(fault: Fault(.staleList, seconds: 10), commits: true, status: 200, delivery: .prompt),
  ]

  @Test(arguments: rows) func `a fault does what its kind says, and the truth tells it`(row: Row) {
    let world = World()
    _ = world.create(fault: row.fault)
    #expect(world.step?.delivery == row.delivery)
    #expect(world.step?.event.status == row.status)
    #expect(world.step?.event.fault == row.fault.kind)
    #expect(world.step?.event.deed == (row.commits ? .created : .nothing))
    #expect((world.read(1) != nil) == row.commits)
  }

  @Test func `a rate limit says when to come again`() {
    let world = World()
    _ = world.create(fault: Fault(.rateLimit, seconds: 3))
    guard case .refused(let refusal) = world.step?.answer else {
      Issue.record("nothing was refused")
      return
    }
    #expect(refusal.retryAfter == 3)
  }

  @Test func `an invoice that a stale list hides can be read`() {
    let world = World()
    _ = world.create("R1")
    _ = world.create("R2", fault: Fault(.staleList, seconds: 10))
    #expect(world.listed(at: 9) == [1])
    #expect(world.read(2)?.foreignID == "R2")
    #expect(world.listed(at: 10) == [1, 2])
  }

  @Test func `a list that is stale itself lacks what was made lately`() {
    let world = World()
    _ = world.create("R1")
    _ = world.create("R2", at: 30)
    #expect(world.listed(at: 35, fault: Fault(.staleList, seconds: 10)) == [1])
    #expect(world.listed(at: 35) == [1, 2])
  }

  @Test(arguments: [(0, [3, 4]), (1, [1, 2])] as [(UInt64, [Int64])])
  func `a shifting page skips one or gives one twice`(choice: UInt64, ids: [Int64]) {
    let world = World()
    for place in 1...6 { _ = world.create("R\(place)") }
    let fault = Fault(.shiftingPage, choice: choice)
    #expect(world.listed(Page(offset: 1, limit: 2), fault: fault) == ids)
    #expect(world.listed(Page(offset: 0, limit: 2), fault: fault) == [1, 2])
  }

  @Test func `a replay is not hidden by a stale list`() {
    let world = World()
    _ = world.create(key: "k")
    #expect(world.create(key: "k", fault: Fault(.staleList, seconds: 10)) == "replayed 1")
    #expect(world.listed() == [1])
  }
}
