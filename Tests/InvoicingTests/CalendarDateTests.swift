import Invoicing
import Testing

@Suite struct CalendarDateTests {
  private static func date(_ text: String) -> CalendarDate? { CalendarDate(Array(text.utf8).span) }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2023-04-03", 19_450),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1900-03-01", -25_508),
  ]) func `a date is a number of days since 1970`(text: String, days: Int32) throws {
    let date = try #require(Self.date(text))
    #expect(date.days == days)
    #expect(CalendarDate(days: days).description == text)
  }

  @Test(arguments: [
    "", "2023-04-3", "2023-4-03", "23-04-03", "2023-04-031", "2023/04/03", "2023-04-00",
    "2023-04-31", "2023-00-01", "2023-13-01", "2023-02-29", "1900-02-29", "0000-01-01",
    "+023-04-03", "2023-04-0x", "2023 04 03", "20230403", "2023-04-03T", "２０２３-04-03",
  ]) func `what the calendar has not is no date`(text: String) {
    #expect(Self.date(text) == nil)
  }

  @Test func `every day of 800 years comes back from its text, one day after the other`() throws {
    let first = try #require(CalendarDate(year: 1600, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2400, month: 1, day: 1))
    #expect(last.days(since: first) == 800 * 365 + 194)
    var before = (year: 1599, month: 12, day: 31)
    for days in first.days..<last.days {
      let date = CalendarDate(days: days)
      let (year, month, day) = date.components
      let isNext =
        (year == before.year && month == before.month && day == before.day + 1)
        || (day == 1 && (month == before.month + 1 || (month == 1 && year == before.year + 1)))
      if !isNext || CalendarDate(date.text.span) != date {
        Issue.record("\(date) behind \(before)")
        break
      }
      before = (year, month, day)
    }
  }

  @Test func `days are counted, added and compared`() throws {
    let date = try #require(Self.date("2024-02-28"))
    #expect(date.adding(days: 2).description == "2024-03-01")
    #expect(date.adding(days: -59).description == "2023-12-31")
    #expect(date.adding(days: 366).days(since: date) == 366)
    #expect(date < date.adding(days: 1))
  }
}
