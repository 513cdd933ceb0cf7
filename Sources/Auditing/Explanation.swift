/// What a finding's evidence says happened.
struct Explanation {
  /// A clause that says it; the facts follow behind a colon.
  var clause: String
  var facts: [Fact]

  /// The one sentence of a finding's cause: all ids and moments of the evidence stand in it.
  var sentence: String {
    var text = clause
    var separator = ": "
    for fact in facts {
      text += separator
      text += fact.phrase
      separator = "; "
    }
    return text
  }
}
