/// Text as it stands in a string literal.
package enum SwiftStringLiteral {
    package static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

    /// The text with everything escaped that would end the literal, start a placeholder, or not be seen.
    package static func escaped(_ text: String) -> String {
        var result = ""
        var canCombine = false
        for scalar in text.unicodeScalars {
            defer { canCombine = scalar.properties.isAlphabetic }
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0": result += "\\0"
            default:
                if isVisible(scalar, canCombine) {
                    result.unicodeScalars.append(scalar)
                } else {
                    result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                }
            }
        }
        return result
    }

    /// Whether a reader sees the scalar as what it is.
    ///
    /// - Parameter canCombine: Whether a letter stands before, with which a mark combines: it would with a quotation mark, too.
    private static func isVisible(_ scalar: Unicode.Scalar, _ canCombine: Bool) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .nonspacingMark, .enclosingMark, .spacingMark: canCombine
        case .spaceSeparator: scalar == " "
        default: true
        }
    }
}
