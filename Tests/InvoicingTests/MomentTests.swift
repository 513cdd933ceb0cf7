import Invoicing
import Testing

@Suite struct MomentTests {
  private static func moment(_ text: String) -> Moment? { Moment(Array(text.utf8).span) }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
    ("2023-05-31T06:00:00Z", 1_685_512_800_000_000, "2023-05-31T06:00:00Z"),
    ("2023-05-31T06:00:00.5Z", 1_685_512_800_500_000, "2023-05-31T06:00:00.5Z"),
    ("2023-05-31T06:00:00.000001Z", 1_685_512_800_000_001, "2023-05-31T06:00:00.000001Z"),
    ("2023-05-31T06:00:00.123456789Z", 1_685_512_800_123_456, "2023-05-31T06:00:00.123456Z"),
    ("2023-05-31T06:00:00.000Z", 1_685_512_800_000_000, "2023-05-31T06:00:00Z"),
    ("2023-05-31T06:00:00+02:00", 1_685_505_600_000_000, "2023-05-31T04:00:00Z"),
    ("2023-05-31T22:00:00.25-05:30", 1_685_590_200_250_000, "2023-06-01T03:30:00.25Z"),
    ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z"),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000_000, "0001-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59Z", 253_402_300_799_000_000, "9999-12-31T23:59:59Z"),
  ]) func `a moment is kept to the microsecond, in UTC`(
    text: String, microseconds: Int64, written: String
  ) throws {
    let moment = try #require(Self.moment(text))
    #expect(moment.microseconds == microseconds)
    #expect(moment.description == written)
    #expect(Self.moment(written) == moment)
  }

  @Test(arguments: [
    "", "2023-05-31", "2023-05-31T06:00:00", "2023-05-31T06:00Z", "2023-05-31 06:00:00Z",
    "2023-05-31T24:00:00Z", "2023-05-31T06:60:00Z", "2023-05-31T06:00:60Z", "2023-05-32T06:00:00Z",
    "2023-05-31T06:00:00.Z", "2023-05-31T06:00:00.1234567890Z", "2023-05-31T06:00:00,5Z",
    "2023-05-31T06:00:00z", "2023-05-31T06:00:00ZZ", "2023-05-31T06:00:00+0200",
    "2023-05-31T06:00:00+24:00", "2023-05-31T06:00:00+02:60", "2023-05-31T06:00:00+02",
    "2023-05-31T06:00:00*02:00", "2023-05-31T06:00:00.5", "2023-05-31T06:00:00.5+1",
    "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2023-05-31t06:00:00Z",
  ]) func `what is written otherwise is no moment`(text: String) {
    #expect(Self.moment(text) == nil)
  }

  @Test(arguments: [
    ("2023-05-31T23:59:59.999999Z", "2023-05-31"), ("2023-06-01T01:59:59+02:00", "2023-05-31"),
    ("1969-12-31T00:00:00Z", "1969-12-31"), ("1969-12-30T23:59:59Z", "1969-12-30"),
  ]) func `its date is that of the calendar in UTC`(text: String, date: String) throws {
    #expect(try #require(Self.moment(text)).date.description == date)
  }

  @Test func `an absent moment in a column stays absent`() {
    var column = MomentColumn()
    column.append(nil)
    column.append(Moment(microseconds: 0))
    #expect(column[0] == nil)
    #expect(column[1]?.microseconds == 0)
  }
}
