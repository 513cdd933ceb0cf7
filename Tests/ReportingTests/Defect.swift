internal import Testing

/// Something in a valid report, and how a report that is none would have it.
struct Defect: CustomTestStringConvertible, Sendable {
  let name: String
  let whole: String
  let broken: String

  var testDescription: String { name }

  static let all: [Defect] = values + structure

  private static let values = [
    Defect("no such rule", "rule=\"stale-key\" severity", "rule=\"stalekey\" severity"),
    Defect("a rule in capitals", "rule=\"orphan-mirror\" sev", "rule=\"Orphan-mirror\" sev"),
    Defect("no such severity", "severity=\"critical\" state", "severity=\"grave\" state"),
    Defect(
      "a severity with a space", "severity=\"critical\" state", "severity=\"critical \" state"),
    Defect("no such state", "state=\"persisting\"", "state=\"old\""),
    Defect("no such repair", "repair=\"create-mirror\"", "repair=\"delete-mirror\""),
    Defect("no such file", "<sent-row row", "<letters-row row"),
    Defect("no such field", "field=\"content\"", "field=\"guess\""),
    Defect("no such ledger", "ledger=\"received\"", "ledger=\"bank\""),
    Defect("no such reason", "reason=\"before-cover\"", "reason=\"too-old\""),
    Defect("no such status", "status=\"deleted\"", "status=\"gone\""),
    Defect("no such outcome", "outcome=\"replayed\"", "outcome=\"again\""),
    Defect("a step beyond the fifth", "step=\"1\" field", "step=\"6\" field"),
    Defect("a step that is listed with its case alone", "step=\"5\" field", "step=\"2\" field"),
    Defect("a decimal comma", "effect=\"-1250.00\" age", "effect=\"-1250,00\" age"),
    Defect("a plus sign", "effect=\"1250.00\" age", "effect=\"+1250.00\" age"),
    Defect("thousands apart", "gross=\"1250.00\" effect", "gross=\"1 250.00\" effect"),
    Defect("an exponent", "gross=\"1250.00\" effect", "gross=\"1.25E3\" effect"),
    Defect("five decimals", "gross=\"1250.00\" effect", "gross=\"1250.00000001\" effect"),
    Defect("a point without decimals", "gross=\"1250.00\" effect", "gross=\"1250.\" effect"),
    Defect("an empty amount", "gross=\"1250.00\" effect", "gross=\"\" effect"),
    Defect("a size below zero", "too-little=\"500\"", "too-little=\"-500\""),
    Defect("the 30th of February", "covers-from=\"2023-01-01\"", "covers-from=\"2023-02-30\""),
    Defect("a date with a zone", "issue_date=\"2023-05-01\"", "issue_date=\"2023-05-01Z\""),
    Defect("a moment without a zone", "06:00:00Z\" group", "06:00:00\" group"),
    Defect("a moment in another zone", "06:00:00Z\" group", "06:00:00+02:00\" group"),
    Defect("the 25th hour", "T09:30:00Z\"/>", "T25:30:00Z\"/>"),
    Defect("an identity cut short", "identity=\"0a0a", "identity=\"0a"),
    Defect("an identity in capitals", "identity=\"0a0a", "identity=\"0A0A"),
    Defect("an empty fingerprint", "\"0123456789abcdef\"", "\"\""),
    Defect("a fingerprint with no hex digit", "\"0123456789abcdef\"", "\"0123456789abcdeg\""),
    Defect("a negative count", "findings new=\"4\"", "findings new=\"-4\""),
    Defect("a count in words", "findings new=\"4\"", "findings new=\"four\""),
    Defect("row 0", "row=\"12\"", "row=\"0\""),
    Defect("a currency of two letters", "code=\"EUR\"", "code=\"EU\""),
    Defect("a currency in small letters", "currency=\"JPY\" gross", "currency=\"jpy\" gross"),
    Defect("an empty id", "received=\"R2\" supplier", "received=\"\" supplier"),
    Defect("an empty cause", "It mirrors R99, which is not there", ""),
    Defect("yes for true", "balances=\"true\"", "balances=\"yes\""),
    Defect("an age in fractions", "age-days=\"48\"", "age-days=\"48.5\""),
  ]

  private static let structure = [
    Defect("no fingerprint", " fingerprint=\"0123456789abcdef\"", ""),
    Defect("no effect", " effect=\"-1250.00\" age", " age"),
    Defect("no currency", " currency=\"JPY\" gross=\"125000\"", " gross=\"125000\""),
    Defect("no identity of the snapshot before", "<before identity", "<before xml:id"),
    Defect("no rules version", " rules-version=\"1\"", ""),
    Defect("an attribute that nobody knows", "<lines-row", "<lines-row mood=\"good\""),
    Defect("an element that nobody knows", "<vanished id=\"S4\"/>", "<ghost id=\"S4\"/>"),
    Defect("an element of no namespace", "<vanished id", "<vanished xmlns=\"\" id"),
    Defect("another namespace", "urn:mirror-audit:report:1", "urn:mirror-audit:report:2"),
    Defect(
      "no program", "<program name=\"mirror-audit\" version=\"1.0.0\" rules-version=\"1\"/>", ""),
    Defect("a sent invoice without an id", "<at-fault sent=\"S1\"/>", "<at-fault/>"),
    Defect("two causes", "<lines-row", "<cause>again</cause><lines-row"),
    Defect(
      "a link before the evidence", "<lines-row",
      "<link sent=\"S\" step=\"1\" field=\"flag\"/><lines-row"),
    Defect(
      "findings after links", "<links count=\"2\">", "<links count=\"0\"/><links count=\"2\">"),
    Defect("settings before the snapshot", "<snapshot ", "<settings/><snapshot "),
    Defect("text between elements", "<lines-row", "hm<lines-row"),
    Defect("a tag that is not closed", "</findings>", ""),
    Defect("a document type", "<report ", "<!DOCTYPE report><report "),
  ]

  private init(_ name: String, _ whole: String, _ broken: String) {
    self.name = name
    self.whole = whole
    self.broken = broken
  }
}
