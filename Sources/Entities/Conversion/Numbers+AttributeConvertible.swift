extension AttributeConvertible where Self: FixedWidthInteger {
    /// Reads a number (N).
    ///
    /// - Throws: `AttributeError.outOfRange` if it has a fraction or does not fit.
    public init(from value: inout AttributeReader) throws(AttributeError) { self = try value.integer() }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { try value.write(self) }

    public func _attributeValue() throws(AttributeError) -> AttributeValue {
        if let small = Int64(exactly: self) { return .number(Number(small)) }
        guard let number = Number(exactly: self) else {
            throw AttributeError(.outOfRange, reason: "\(self) has more than the 38 digits that DynamoDB keeps")
        }
        return .number(number)
    }
}

extension Int: AttributeConvertible {
    public init(from value: inout AttributeReader) throws(AttributeError) { self = try value.integer() }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { try value.write(self) }

    public static func _readNext(_ name: StaticString, of item: inout ItemReader) throws(AttributeError) -> Int? {
        item.nextInteger(name)
    }
}

extension Int64: AttributeConvertible {
    public init(from value: inout AttributeReader) throws(AttributeError) { self = try value.integer() }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { try value.write(self) }

    public static func _readNext(_ name: StaticString, of item: inout ItemReader) throws(AttributeError) -> Int64? {
        item.nextInteger(name).map { Int64($0) }
    }
}

extension Int32: AttributeConvertible {}
extension Int16: AttributeConvertible {}
extension Int8: AttributeConvertible {}
extension Int128: AttributeConvertible {}
extension UInt: AttributeConvertible {}
extension UInt64: AttributeConvertible {}
extension UInt32: AttributeConvertible {}
extension UInt16: AttributeConvertible {}
extension UInt128: AttributeConvertible {}

extension UInt8: AttributeConvertible {
    // An array of bytes is a binary value; a single byte is a number.
    public static func _readArray(from value: inout AttributeReader) throws(AttributeError) -> [UInt8] {
        try value.binary()
    }

    public static func _writeArray(_ array: [UInt8], to value: inout AttributeWriter) throws(AttributeError) {
        value.write(array)
    }
}

extension Double: AttributeConvertible {
    public init(from value: inout AttributeReader) throws(AttributeError) { self = try value.double() }

    public static func _readNext(_ name: StaticString, of item: inout ItemReader) throws(AttributeError) -> Double? {
        item.nextDecimal(name)
    }

    /// Writes a number (N): the shortest decimal that reads back as the same value.
    ///
    /// - Throws: `AttributeError` if the value is not finite or outside DynamoDB's range.
    public func write(to value: inout AttributeWriter) throws(AttributeError) { try value.write(self) }

    public func _attributeValue() throws(AttributeError) -> AttributeValue {
        do throws(NumberError) { return .number(try Number(self)) } catch { throw AttributeError(error) }
    }
}

extension Float: AttributeConvertible {
    /// Reads a number (N) as the nearest value.
    ///
    /// - Throws: `AttributeError.outOfRange` if the number is too large for a `Float`.
    public init(from value: inout AttributeReader) throws(AttributeError) {
        let number = try value.number()
        // By way of the text: rounding to `Double` first may end one value beside.
        guard let float = Float(number.description), float.isFinite else {
            throw .outOfRange(number, as: "Float")
        }
        self = float
    }

    /// Writes a number (N): the shortest decimal that reads back as the same value.
    ///
    /// - Throws: `AttributeError` if the value is not finite.
    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        do throws(NumberError) { value.write(try Number(self)) } catch { throw AttributeError(error) }
    }
}

extension Decimal: AttributeConvertible {
    /// Reads a number (N).
    ///
    /// - Throws: `AttributeError.outOfRange` if the number's exponent is beyond what a `Decimal` has.
    public init(from value: inout AttributeReader) throws(AttributeError) {
        let number = try value.number()
        guard let decimal = Decimal(exactly: number) else { throw .outOfRange(number, as: "Decimal") }
        self = decimal
    }

    /// Writes a number (N).
    ///
    /// - Throws: `AttributeError` if the value is not a number or has 39 significant digits.
    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        do throws(NumberError) { value.write(try Number(self)) } catch { throw AttributeError(error) }
    }
}
