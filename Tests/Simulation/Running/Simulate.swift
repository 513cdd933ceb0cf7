/// `make simulate`: plays worlds from seeds, and says which of them went wrong.
@main
enum Simulate {
  static func main() async {
    do throws(Options.Misuse) {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      let report = await Campaign(options).run()
      print(report.lastLine)
      if report.failed > 0 { Termination.fail() }
    } catch {
      print(error.words)
      Termination.misuse()
    }
  }
}
