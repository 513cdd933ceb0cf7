internal import Extracts

/// Seconds that reading an extract into books takes.
@main
enum ReaderBenchmark {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else { return print("usage: ReaderBenchmark EXTRACT") }
    let time = try ContinuousClock().measure {
      _ = try ExtractReader.read(folder: CommandLine.arguments[1])
    }.components
    print("reader", Double(time.seconds) + Double(time.attoseconds) * 1e-18)
  }
}
