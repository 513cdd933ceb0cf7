internal import Invoicing

/// An invoice of April 2023, and what became of it.
struct AprilCase: Sendable {
  /// What people do about its mirror.
  enum Fate: Sendable {
    case fine
    /// Its draft is overlooked.
    case overlooked
    /// The mirror is deleted by hand, the tick taken off, and the engine run again.
    case deletedAndRerun(sent: Bool)
    /// Deleted, and forgotten; `ticked`: still marked processed.
    case deleted(ticked: Bool)
    /// Deleted and made anew by hand; the rerun gets the dead one all the same.
    case remade
    /// The same, with hours too few.
    case remadeWrong
    /// Made anew by hand, with the printed number where the id belongs.
    case remadeMistyped
    /// Made anew by hand; the printed number in its reference is all that tells for what.
    case remadeByReference
    case credited
    case partlyCredited
    case cancelled
    case cancelledBefore
    case registeredTwice
    case numberMistyped
    case neverRegistered
  }

  let company: Int64
  let customer: Int
  let day: Int
  let lines: [StoryLine]
  var trouble: Trouble?
  var botch: Botch?
  var fate: Fate

  init(
    _ company: Int64, _ customer: Int, _ day: Int, _ lines: [StoryLine], trouble: Trouble? = nil,
    botch: Botch? = nil, _ fate: Fate = .fine
  ) {
    self.company = company
    self.customer = customer
    self.day = day
    self.lines = lines
    self.trouble = trouble
    self.botch = botch
    self.fate = fate
  }

  func invoice(_ month: Int) -> StoryInvoice {
    StoryInvoice(
      company: company, customer: customer, date: .ofStory(2023, month, day), lines: lines)
  }

  private static let hotel = StoryLine.receipt("Hotell", 2380, vat: 12)
  private static let train = StoryLine.receipt("Tåg", 1260, vat: 6)
  private static let parking = StoryLine.receipt("Parkering", 320, vat: 25)

  /// By their dates; the engine runs in the night of the 17th.
  static let april: [AprilCase] = [
    AprilCase(2, 0, 3, [.hours(38, at: 1150, "Systemutveckling")]),
    AprilCase(3, 1, 3, [.hours(52, at: 1080, "Test"), parking]),
    AprilCase(4, 2, 3, [.hours(61, at: 1200, "Arkitektur"), hotel, .mileage(420)]),
    AprilCase(5, 3, 3, [.hours(44, at: 990, "Driftstöd")]),
    AprilCase(6, 4, 3, [.hours(70, at: 1125, "Projektledning"), train]),
    AprilCase(2, 1, 4, [.hours(33, at: 1180, "Systemutveckling"), .mileage(180)]),
    AprilCase(
      3, 0, 4, [.hours(47, at: 1060, "Test"), hotel, .mileage(250)], botch: .dropsEntries,
      .deletedAndRerun(sent: true)),
    AprilCase(
      4, 5, 4, [.hours(29, at: 1210, "Arkitektur"), train, .mileage(96)], botch: .dropsEntries,
      .deletedAndRerun(sent: true)),
    AprilCase(
      5, 6, 4, [.hours(83, at: 985, "Driftstöd"), parking, hotel], botch: .dropsEntries,
      .deletedAndRerun(sent: true)),
    AprilCase(6, 2, 4, [.hours(26, at: 1130, "Projektledning")], .cancelled),
    AprilCase(
      2, 3, 5, [.hours(91, at: 1170, "Systemutveckling"), train, .mileage(310)],
      botch: .dropsEntries, .deletedAndRerun(sent: true)),
    AprilCase(
      3, 4, 5, [.hours(18, at: 1090, "Test"), parking], botch: .wrongPrice,
      .deletedAndRerun(sent: false)),
    AprilCase(
      4, 6, 5, [.hours(57, at: 1220, "Arkitektur"), hotel, .mileage(133)], botch: .dropsEntries,
      .deletedAndRerun(sent: false)),
    AprilCase(5, 0, 5, [.hours(64, at: 995, "Driftstöd"), train], .registeredTwice),
    AprilCase(6, 1, 5, [.hours(35, at: 1140, "Projektledning"), hotel], .overlooked),
    AprilCase(
      2, 4, 6, [.hours(22, at: 1160, "Systemutveckling"), hotel, .mileage(210)],
      botch: .dropsEntries),
    AprilCase(
      3, 5, 6, [.hours(49, at: 1075, "Test"), train, parking, .mileage(88)], botch: .dropsEntries),
    AprilCase(4, 0, 6, [.hours(40, at: 1230, "Arkitektur"), hotel], botch: .otherCustomer),
    AprilCase(2, 7, 6, [.hours(75, at: 110, "Systemutveckling", vat: 0)], botch: .noCurrency),
    AprilCase(6, 5, 6, [.hours(58, at: 1120, "Projektledning"), hotel, train], botch: .fullVAT),
    AprilCase(5, 1, 11, [.hours(37, at: 1005, "Driftstöd"), parking, train], botch: .noReceipts),
    AprilCase(
      2, 2, 11, [.hours(66, at: 1155, "Systemutveckling"), .mileage(145)], botch: .wrongPrice),
    AprilCase(
      3, 6, 11, [.hours(81, at: 1085, "Test"), hotel, .mileage(260)], botch: .dropsEntries,
      .deletedAndRerun(sent: true)),
    AprilCase(
      4, 1, 11, [.hours(31, at: 1215, "Arkitektur"), train], botch: .dropsEntries, .remade),
    AprilCase(
      6, 6, 11, [.hours(45, at: 1135, "Projektledning"), parking],
      botch: .dropsEntries, .remadeWrong),
    AprilCase(
      5, 4, 11, [.hours(53, at: 1010, "Driftstöd"), hotel], botch: .dropsEntries, .remadeMistyped),
    AprilCase(
      5, 3, 11, [.hours(34, at: 1020, "Driftstöd"), parking], botch: .dropsEntries,
      .remadeByReference),
    AprilCase(
      2, 6, 12, [.hours(27, at: 1165, "Systemutveckling"), hotel, parking], botch: .dropsEntries,
      .deleted(ticked: true)),
    AprilCase(
      3, 2, 12, [.hours(60, at: 1070, "Test"), train, .mileage(190)], botch: .dropsEntries,
      .deleted(ticked: false)),
    AprilCase(4, 3, 12, [.hours(72, at: 1225, "Arkitektur")], .credited),
    AprilCase(5, 5, 12, [.hours(24, at: 1000, "Driftstöd"), train], .partlyCredited),
    AprilCase(6, 0, 12, [.hours(48, at: 1145, "Projektledning")], .cancelledBefore),
    AprilCase(2, 5, 12, [.hours(55, at: 1175, "Systemutveckling"), parking], .numberMistyped),
    AprilCase(3, 3, 13, [.hours(43, at: 1095, "Test"), hotel], .neverRegistered),
    AprilCase(4, 4, 13, [.hours(68, at: 1205, "Arkitektur"), train], trouble: .lostAnswer),
    AprilCase(5, 2, 13, [.hours(39, at: 1015, "Driftstöd"), .mileage(340)]),
    AprilCase(2, 0, 13, [.hours(86, at: 1150, "Systemutveckling"), hotel, train]),
    AprilCase(6, 3, 14, [.hours(51, at: 1110, "Projektledning")]),
    AprilCase(3, 1, 14, [.hours(30, at: 1065, "Test"), parking]),
  ]

  /// The end of April; the engine runs in the night of 3 May.
  static let endOfApril: [AprilCase] = [
    AprilCase(2, 1, 28, [.hours(74, at: 1150, "Systemutveckling"), train]),
    AprilCase(3, 4, 28, [.hours(42, at: 1080, "Test"), hotel], trouble: .stumbles),
    AprilCase(4, 2, 28, [.hours(63, at: 1200, "Arkitektur")], trouble: .flagFails),
    AprilCase(5, 6, 28, [.hours(36, at: 990, "Driftstöd"), parking]),
    AprilCase(6, 5, 28, [.hours(10, at: 1400, "Beredskap, april")], trouble: .stumbles),
    AprilCase(6, 5, 28, [.hours(10, at: 1400, "Beredskap, april")], trouble: .stumbles),
    AprilCase(2, 3, 28, [.hours(59, at: 1190, "Systemutveckling"), .mileage(66)]),
  ]

  /// The first days of May, which the engine has not come to.
  static let may: [AprilCase] = [
    AprilCase(2, 2, 4, [.hours(32, at: 1150, "Systemutveckling")]),
    AprilCase(3, 5, 5, [.hours(46, at: 1080, "Test"), train]),
    AprilCase(4, 7, 8, [.hours(28, at: 120, "Arkitektur", vat: 0)]),
    AprilCase(5, 1, 9, [.hours(65, at: 990, "Driftstöd"), hotel, .mileage(120)]),
  ]
}
