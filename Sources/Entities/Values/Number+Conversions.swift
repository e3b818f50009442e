extension Number: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self.init(value) }
}

extension Number {
    /// The number with the value of an integer.
    public init(_ value: Int64) {
        let (magnitude, zeros) = DecimalDigits.trimmed(value.magnitude)
        self.init(normal: value < 0 ? -Int128(magnitude) : Int128(magnitude), exponent: Int16(zeros))
    }

    /// The number with the value of an integer.
    public init(_ value: UInt64) {
        let (magnitude, zeros) = DecimalDigits.trimmed(value)
        self.init(normal: Int128(magnitude), exponent: Int16(zeros))
    }

    /// The number with the value of an integer.
    public init(_ value: Int) { self.init(Int64(value)) }
    /// The number with the value of an integer.
    public init(_ value: Int32) { self.init(Int64(value)) }
    /// The number with the value of an integer.
    public init(_ value: Int16) { self.init(Int64(value)) }
    /// The number with the value of an integer.
    public init(_ value: Int8) { self.init(Int64(value)) }
    /// The number with the value of an integer.
    public init(_ value: UInt) { self.init(UInt64(value)) }
    /// The number with the value of an integer.
    public init(_ value: UInt32) { self.init(UInt64(value)) }
    /// The number with the value of an integer.
    public init(_ value: UInt16) { self.init(UInt64(value)) }
    /// The number with the value of an integer.
    public init(_ value: UInt8) { self.init(UInt64(value)) }

    /// The number with the value of an integer, or `nil` if that has more than 38 significant digits or leaves the range.
    public init?(exactly value: some BinaryInteger) {
        if let small = Int64(exactly: value) {
            self.init(small)
            return
        }
        if let magnitude = UInt128(exactly: value.magnitude) {
            let (trimmed, zeros) = DecimalDigits.trimmed(magnitude)
            guard DecimalDigits.count(trimmed) <= Number.maximumSignificantDigits else { return nil }
            self.init(normal: value < 0 ? -Int128(trimmed) : Int128(trimmed), exponent: Int16(zeros))
            return
        }
        self.init(value.description)
    }
}

extension Number {
    /// The number that a floating point value prints as: the shortest decimal that reads back as the same `Double`.
    ///
    /// `Number(0.1)` is 0.1, although the `Double` is a little more than that.
    /// - Throws: `NumberError` if the value is not finite or outside DynamoDB's range.
    public init(_ value: Double) throws(NumberError) {
        if let short = Number(short: value) { self = short } else { try self.init(parsing: value.description) }
    }

    /// The number of a floating point value with up to 15 digits, up to six of them behind the point.
    ///
    /// No two decimals of up to 15 digits are the same `Double`, so the one that is found is the shortest. The test is exact: integers up to
    /// 2^53 and powers of ten up to 10^22 are, and so the division rounds once.
    private init?(short value: Double) {
        var power = 1.0
        for scale in 0...6 {
            let scaled = (value * power).rounded()
            guard scaled.magnitude < 1e15 else { return nil }
            if scaled / power == value {
                // The first scale that does has no zero at the end, but for 0, where it is an integer.
                guard scale > 0 else { return nil }
                self.init(normal: Int128(Int64(scaled)), exponent: Int16(-scale))
                return
            }
            power *= 10
        }
        return nil
    }

    /// The number that a floating point value prints as: the shortest decimal that reads back as the same `Float`.
    ///
    /// - Throws: `NumberError` if the value is not finite.
    public init(_ value: Float) throws(NumberError) { try self.init(parsing: value.description) }

    /// The number with exactly the value of a Foundation `Decimal`.
    ///
    /// - Throws: `NumberError` if it is not a number or has 39 significant digits, which a `Decimal` can.
    public init(_ value: Decimal) throws(NumberError) {
        try self.init(parsing: value.isNaN ? "NaN" : value.description)
    }

    /// The nearest `Double`.
    public var doubleValue: Double {
        // Integers up to 2^53 and powers of ten up to 10^22 are exact, so one operation rounds once, and rightly.
        if let small = Int64(exactly: significand), small.magnitude < 1 << 53, (-19...19).contains(exponent) {
            let power = Double(UInt64(truncatingIfNeeded: DecimalDigits.power(Int(exponent.magnitude))))
            return exponent < 0 ? Double(small) / power : Double(small) * power
        }
        return Double("\(significand)e\(exponent)") ?? .nan
    }

    /// The integer with exactly this value, or `nil` if the number has a fraction or does not fit.
    public func exactly<T: FixedWidthInteger>(as type: T.Type) -> T? {
        guard exponent >= 0 else { return nil }
        if exponent == 0 { return T(exactly: significand) }
        guard exponent <= 38 else { return type.bitWidth > 128 ? T(description) : nil }
        let (product, overflow) = significand.multipliedReportingOverflow(
            by: Int128(DecimalDigits.power(Int(exponent))))
        if !overflow { return T(exactly: product) }
        return type.bitWidth >= 128 ? T(description) : nil
    }
}

extension FixedWidthInteger {
    /// The integer with exactly the value of a number, or `nil` if that has a fraction or does not fit.
    public init?(exactly number: Number) {
        guard let value = number.exactly(as: Self.self) else { return nil }
        self = value
    }
}

extension Decimal {
    /// The decimal with exactly the value of a number, or `nil` where its exponents, -128 to 127, do not reach.
    public init?(exactly number: Number) {
        guard let decimal = Decimal(string: number.description), let back = try? Number(decimal), back == number else {
            return nil
        }
        self = decimal
    }
}
