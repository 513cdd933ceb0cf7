import Testing

@testable import Sandbox

/// The words of what can go wrong with the story.
@Suite struct StoryErrorTests {
  @Test(arguments: [
    (
      TruthFault.gap(at: 7), "the truth log is not whole: event 7 is missing or stands twice"
    ),
    (
      .unmade(735),
      "the truth log is not whole: the books have client-invoice 735, and no event made it"
    ),
    (
      .lost(735), "the truth log is not whole: client-invoice 735 is gone, and no event deleted it"
    ),
  ])
  func `what is wrong with a truth log is said`(_ fault: TruthFault, _ sentence: String) {
    #expect("\(fault)" == sentence)
  }

  @Test func `what the sandbox refused is said with its answer`() {
    let refusal = StoryRefusal(request: "PUT company/1/client", status: 422, body: "<error/>")
    #expect("\(refusal)" == "the story's PUT company/1/client was answered with 422: <error/>")
    #expect("\(StoryEndedEarly())" == "the sandbox stopped serving before the story was told")
  }

  @Test func `a folder that cannot be made is a failure that names it`() throws {
    let printed = try Program.sandbox.run(["story", "--out", "/dev/null/story"], expecting: 1)
    #expect(printed.hasPrefix("economy-sandbox: the folder /dev/null/story cannot be made ("))
    #expect(printed.hasSuffix("): name another with --out\n"))
  }
}
