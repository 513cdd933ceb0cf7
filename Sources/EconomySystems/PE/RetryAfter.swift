internal import Invoicing

/// The header `Retry-After` (RFC 9110 §10.2.3): seconds, or a date.
enum RetryAfter {
  /// A day: what is longer is taken for this.
  static let most = 86_400

  /// In seconds; nil where the text is neither.
  ///
  /// A date counts from the answer's own `date`, so that no clock is asked.
  static func seconds(_ text: String?, date: String?) -> Int? {
    guard let text else { return nil }
    if !text.isEmpty, text.utf8.allSatisfy({ $0 &- 48 < 10 }) {
      return min(Int(text) ?? most, most)
    }
    guard let until = moment(text), let now = date.flatMap(moment) else { return nil }
    let seconds = (until.microseconds - now.microseconds) / 1_000_000
    return Int(min(max(seconds, 0), Int64(most)))
  }

  /// As `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func moment(_ text: String) -> Moment? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, let month = months.firstIndex(of: String(parts[2])),
      parts[1].utf8.count == 2, parts[5] == "GMT"
    else { return nil }
    let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    return Moment(Array("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z".utf8).span)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
