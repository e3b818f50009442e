import EntityMacrosLite

extension LiteralValue {
    /// The value as generated code writes it where a value of the type is expected.
    ///
    /// - Parameter owner: What to qualify a generated enum by; nil to leave it to where the value goes.
    func expression(as type: AttributeTypeModel, choicesIn owner: String? = nil) -> ExpressionSyntax {
        switch (self, type) {
        case (.string(let text), .choice(let choice)):
            guard let match = choice.cases.first(where: { $0.rawValue == text }) else { return .string(text) }
            return .member(owner.map { .type(type.spelled(choicesIn: $0)) }, match.name)
        case (.string(let text), _): return .string(text)
        case (.integer(let digits), .decimal), (.number(let digits), .decimal): return Self.decimal(digits)
        case (.number(let digits), .number), (.integer(let digits), .number): return Self.number(digits)
        case (.integer(let digits), _), (.number(let digits), _): return .literal(digits)
        case (.bool(let value), _): return .literal("\(value)")
        case (.enumCase(let name), _): return .type(name)
        }
    }

    /// A decimal from its digits: a literal with a fraction would pass through `Double`.
    private static func decimal(_ text: String) -> ExpressionSyntax {
        guard let parts = DecimalParts(text), Int64(parts.digits) != nil else {
            return .infix(
                .call(.type("Entities.Decimal"), [ArgumentSyntax("string", .string(text))]), "??", .literal("0"))
        }
        if parts.exponent == 0 { return .literal(parts.isNegative ? "-\(parts.digits)" : parts.digits) }
        return .call(
            .type("Entities.Decimal"),
            [
                ArgumentSyntax("sign", .member(nil, parts.isNegative ? "minus" : "plus")),
                ArgumentSyntax("exponent", .literal("\(parts.exponent)")),
                ArgumentSyntax("significand", .literal(parts.digits)),
            ])
    }

    /// A number from its digits.
    private static func number(_ text: String) -> ExpressionSyntax {
        if Int64(text) != nil { return .literal(text) }
        return .infix(.call(.type("Entities.Number"), [ArgumentSyntax(nil, .string(text))]), "??", .literal("0"))
    }
}

/// The digits of a decimal number, and where its point is.
private struct DecimalParts {
    var isNegative: Bool
    var digits: String
    var exponent: Int

    /// Reads `-12.50e3`.
    init?(_ text: String) {
        let lowered = text.lowercased()
        isNegative = lowered.hasPrefix("-")
        let unsigned = lowered.drop { $0 == "-" || $0 == "+" }
        let mantissa = unsigned.prefix { $0 != "e" }
        guard let power = mantissa.count < unsigned.count ? Int(unsigned.dropFirst(mantissa.count + 1)) : 0 else {
            return nil
        }
        let fraction = mantissa.drop { $0 != "." }.dropFirst()
        digits = String((mantissa.prefix { $0 != "." } + fraction).drop { $0 == "0" })
        if digits.isEmpty { digits = "0" }
        exponent = digits == "0" ? 0 : power - fraction.count
    }
}
