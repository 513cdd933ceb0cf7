internal import Invoicing

/// Where a file's columns stand in its rows, by its header line.
struct TableLayout {
  let file: ExtractFile
  /// The names in the header line, in its order.
  let names: [String]
  /// The place of each column in a row's cells, by the column's ordinal; -1 where it has none.
  private var places: [Int]
  /// How many cells a row takes: the header's, and those that only a document can fill.
  let stride: Int

  /// The layout that a header line with these names makes.
  init(_ file: ExtractFile, names: [String]) {
    self.file = file
    self.names = names
    places = Array(repeating: -1, count: ExtractColumn.allCases.count)
    let known = file.neededColumns + file.optionalColumns
    for (place, name) in names.enumerated() {
      if let column = ExtractColumn(rawValue: name), known.contains(column) {
        places[column.ordinal] = place
      }
    }
    var stride = names.count
    if places[ExtractColumn.document.ordinal] >= 0 {
      for column in file.documentColumns where places[column.ordinal] < 0 {
        places[column.ordinal] = stride
        stride += 1
      }
    }
    self.stride = stride
  }

  var width: Int { names.count }

  func place(of column: ExtractColumn) -> Int? {
    let place = places[column.ordinal]
    return place < 0 ? nil : place
  }

  /// The name of a cell's column.
  func name(of place: Int) -> String {
    if place < names.count { return names[place] }
    return file.documentColumns.first { self.place(of: $0) == place }?.rawValue ?? ""
  }

  /// Whether a document fills a cell that is empty.
  func canBeFilled(_ place: Int) -> Bool {
    file.documentColumns.contains { self.place(of: $0) == place }
  }

  /// The columns that must be there and are not.
  var missingColumns: [ExtractColumn] {
    file.neededColumns.filter { place(of: $0) == nil }
  }

  /// The place of the first name that stands there already.
  var repeatedPlace: Int? {
    var seen: Set<String> = []
    return names.firstIndex { !seen.insert($0).inserted }
  }

  /// The names that nobody reads.
  var ignoredColumns: [String] {
    let known = Set((file.neededColumns + file.optionalColumns).map(\.rawValue))
    return names.filter { !known.contains($0) }
  }
}

extension ExtractColumn {
  /// A small number, for tables with a place for each column.
  var ordinal: Int { Self.ordinals[self, default: 0] }

  private static let ordinals = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
