/// A currency of ISO 4217, with the decimals of its minor unit.
///
/// Currencies are ordered by code. A few that were withdrawn since 2023 are kept, for old books.
package struct Currency: Hashable, Comparable, Sendable {
  private let index: UInt8

  /// The currency with this code of three capital letters, or nil.
  package init?(_ bytes: Span<UInt8>) {
    guard bytes.count == 3 else { return nil }
    let key = Self.key(bytes[0], bytes[1], bytes[2])
    var low = 0
    var high = Self.keys.count
    while low < high {
      let middle = (low + high) / 2
      if Self.keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    guard low < Self.keys.count, Self.keys[low] == key else { return nil }
    index = UInt8(low)
  }

  /// The currency with this code of three capital letters, or nil.
  package init?(_ code: String) {
    self.init(code.utf8.span)
  }

  /// The code, as `SEK`.
  package var code: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the three bytes of the code.
  package func append(to bytes: inout [UInt8]) {
    let key = Self.keys[Int(index)]
    for shift: UInt32 in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: key >> shift)) }
  }

  /// How many decimals an amount has: SEK 2, JPY 0, KWD 3.
  package var decimals: Int { Int(Self.decimals[Int(index)]) }

  /// A small number for tables with a place for each currency; below `Currency.count`.
  package var ordinal: Int { Int(index) }

  /// One more than the greatest ordinal.
  package static var count: Int { keys.count }

  /// All currencies by code.
  package static var all: [Self] { (0..<count).map { Self(index: UInt8($0)) } }

  private init(index: UInt8) { self.index = index }

  package static func < (a: Self, b: Self) -> Bool { a.index < b.index }

  private static func key(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
    UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
  }

  private static let keys: [UInt32] = table.map(\.key)
  private static let decimals: [UInt8] = table.map(\.decimals)

  private static let table: [(key: UInt32, decimals: UInt8)] = iso4217.split(separator: " ").map {
    let bytes = Array($0.utf8)
    return (key(bytes[0], bytes[1], bytes[2]), bytes[3] - 48)
  }

  /// Code and decimals, sorted by code.
  private static let iso4217 = """
    AED2 AFN2 ALL2 AMD2 ANG2 AOA2 ARS2 AUD2 AWG2 AZN2 BAM2 BBD2 BDT2 BGN2 \
    BHD3 BIF0 BMD2 BND2 BOB2 BOV2 BRL2 BSD2 BTN2 BWP2 BYN2 BZD2 CAD2 CDF2 \
    CHE2 CHF2 CHW2 CLF4 CLP0 CNY2 COP2 COU2 CRC2 CUC2 CUP2 CVE2 CZK2 DJF0 \
    DKK2 DOP2 DZD2 EGP2 ERN2 ETB2 EUR2 FJD2 FKP2 GBP2 GEL2 GHS2 GIP2 GMD2 \
    GNF0 GTQ2 GYD2 HKD2 HNL2 HRK2 HTG2 HUF2 IDR2 ILS2 INR2 IQD3 IRR2 ISK0 \
    JMD2 JOD3 JPY0 KES2 KGS2 KHR2 KMF0 KPW2 KRW0 KWD3 KYD2 KZT2 LAK2 LBP2 \
    LKR2 LRD2 LSL2 LYD3 MAD2 MDL2 MGA2 MKD2 MMK2 MNT2 MOP2 MRU2 MUR2 MVR2 \
    MWK2 MXN2 MXV2 MYR2 MZN2 NAD2 NGN2 NIO2 NOK2 NPR2 NZD2 OMR3 PAB2 PEN2 \
    PGK2 PHP2 PKR2 PLN2 PYG0 QAR2 RON2 RSD2 RUB2 RWF0 SAR2 SBD2 SCR2 SDG2 \
    SEK2 SGD2 SHP2 SLE2 SLL2 SOS2 SRD2 SSP2 STN2 SVC2 SYP2 SZL2 THB2 TJS2 \
    TMT2 TND3 TOP2 TRY2 TTD2 TWD2 TZS2 UAH2 UGX0 USD2 USN2 UYI0 UYU2 UYW4 \
    UZS2 VED2 VES2 VND0 VUV0 WST2 XAD2 XAF0 XCD2 XCG2 XOF0 XPF0 YER2 ZAR2 \
    ZMW2 ZWG2 ZWL2
    """
}
