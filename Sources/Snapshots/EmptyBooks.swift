internal import Invoicing

/// Books of nothing: the tables made of them say which columns a snapshot has.
enum EmptyBooks {
  static let header = ExtractHeader(
    group: "", takenAt: Moment(microseconds: 0), coversFrom: nil, companies: nil, sha256: "")

  static let books = Books(BooksDraft(header: header))

  static let coding = BooksCoding(books)
}
