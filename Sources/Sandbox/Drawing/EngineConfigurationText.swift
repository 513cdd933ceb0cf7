/// A `mirror-engine.toml` for books that were drawn, ready but for the address.
package enum EngineConfigurationText {
  package static func text(companies: Int) -> String {
    let suppliers = (0..<companies).map {
      "\"\(BookDraw.companyName($0))\" = \(BookDraw.group + 1 + Int64($0))\n"
    }
    return """
      # The address of `economy-sandbox serve`; the token stands in MIRROR_ENGINE_TOKEN.
      [economy-system]
      kind = "pe"
      address = "http://127.0.0.1:8080"
      group = \(BookDraw.group)

      [economy-system.suppliers]
      \(suppliers.joined())
      [economy-system.fields]
      mirror-of = "foreign-id"
      processed = "foreign-id"
      end-customer = "po-nr"

      [engine]
      group-name = "\(BookDraw.groupName)"
      journal = "journal.sqlite"
      skip = ["mileage"]

      """
  }
}
