/// Why something is not a number that DynamoDB can store.
public struct NumberError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong. More codes may come.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind { case notANumber, tooManyDigits, overflow, underflow }
        private let kind: Kind

        /// The text is not a decimal number, or the floating point value is not finite.
        public static let notANumber = Code(kind: .notANumber)
        /// More than 38 significant digits would be needed. Numbers are never rounded.
        public static let tooManyDigits = Code(kind: .tooManyDigits)
        /// The magnitude is above `9.9999999999999999999999999999999999999E+125`.
        public static let overflow = Code(kind: .overflow)
        /// The magnitude is below `1E-130` and not zero.
        public static let underflow = Code(kind: .underflow)

        public var description: String { "\(kind)" }
    }

    /// What went wrong.
    public let code: Code
    /// What was to become a number.
    public let text: String

    package init(_ code: Code, text: String) {
        self.code = code
        self.text = text
    }

    /// The text with which DynamoDB itself refuses such a number.
    public var message: String {
        switch code {
        case .tooManyDigits: "Attempting to store more than 38 significant digits in a Number"
        case .overflow: "Number overflow. Attempting to store a number with magnitude larger than supported range"
        case .underflow: Self.underflowMessage
        default:
            text.isEmpty
                ? "The parameter cannot be converted to a numeric value"
                : "The parameter cannot be converted to a numeric value: \(text)"
        }
    }

    package static let underflowMessage =
        "Number underflow. Attempting to store a number with magnitude smaller than supported range"

    public var description: String {
        switch code {
        case .tooManyDigits:
            "\(text) has more than 38 significant digits, and DynamoDB keeps no more; round it first."
        case .overflow: "\(text) is too large: DynamoDB's numbers end at 9.9999999999999999999999999999999999999E+125."
        case .underflow: "\(text) is too close to zero: DynamoDB's smallest magnitude is 1E-130."
        default: "\"\(text)\" is not a decimal number such as 42, -0.5 or 1.5e3."
        }
    }
}
