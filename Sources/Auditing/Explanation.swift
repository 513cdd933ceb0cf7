/// What a finding's evidence says happened.
struct Explanation {
  /// A clause that says it; the facts follow behind a colon.
  var clause: String
  var facts: [Evidence]
}
