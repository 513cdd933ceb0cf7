/// Why a text is not the decimal that was asked for.
package enum DecimalFault: Error, Equatable {
  case notANumber
  case tooManyDecimals
  case tooLarge
}
