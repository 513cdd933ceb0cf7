import Testing

@testable import RepairPlans

@Suite struct AllowedSignersTests {
  private let signers = AllowedSigners(
    """
    # a comment
    anna@example.com,bo@example.com ssh-ed25519 AAAA
      *@ekonomi.example.com,!chef@ekonomi.example.com namespaces="x" ssh-ed25519 BBBB
    "cesar two,d?vid" ssh-ed25519 CCCC

    """)

  @Test(arguments: [
    ("anna@example.com", true), ("bo@example.com", true), ("anna@example.co", false),
    ("dora@ekonomi.example.com", true), ("chef@ekonomi.example.com", false),
    ("cesar two", true), ("david", true), ("dvid", false), ("#", false), ("a", false), ("", false),
    ("ssh-ed25519", false),
  ]) func `a principal is one of the patterns'`(principal: String, isIncluded: Bool) {
    #expect(signers.include(principal) == isIncluded)
  }
}
