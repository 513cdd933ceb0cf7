import Testing

@Suite struct ReferenceWordsTests {
  @Test(arguments: [
    ("17", "17", true), ("Avser faktura 17, tack", "17", true), ("(17)", "17", true),
    ("17.", "17", true), ("-17-", "17", true), ("__17//", "17", true), ("17/2023", "17", false),
    ("17/2023", "17/2023", true), ("A-17.3_b", "A-17.3_b", true), ("A17", "17", false),
    ("17é", "17", false), ("17é", "17é", true), ("№17", "17", true), ("17\u{a0}18", "18", true),
    ("فاتورة ١٧", "١٧", true), ("発票17", "17", false), ("発票、17", "17", true),
    ("𝟏𝟕", "17", false), ("17²", "17", false), ("17²", "17²", true), ("a#17;b", "17", true),
    ("f17", "F17", false), ("17", "017", false), ("...", "17", false), ("", "17", false),
    ("17.", "17.", false), ("🧾17🧾", "17", true), ("a17", "17", false), ("17\t18", "17", true),
    ("e\u{301}17", "17", true), ("e\u{301}17", "e\u{301}17", false),
  ]) func `a number is a word of the reference`(reference: String, number: String, isWord: Bool)
    throws
  {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-20, number "\(number)"
      sent S1, 2023-04-01, reference "\(reference)"
      """, links: isWord ? ["S1 R1 claim reference \(number)"] : [])
  }
}
