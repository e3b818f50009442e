extension AttributeReader {
    /// Reads a string (S).
    ///
    /// - Throws: `AttributeError` if the value is none.
    public mutating func string() throws(AttributeError) -> String {
        if isJSON, let text = plainText() { return String(utf8: text, isASCII: true) }
        return try anyString()
    }

    @inline(never)
    private mutating func anyString() throws(AttributeError) -> String {
        var cursor = cursor
        try open(&cursor, .string)
        let string: String
        if isJSON {
            let text = try cursor.quotedText()
            string = try cursor.string(text)
        } else {
            string = String(utf8: cursor.takeCounted())
        }
        try close(cursor)
        return string
    }

    /// Reads a number (N).
    ///
    /// - Throws: `AttributeError` if the value is none.
    public mutating func number() throws(AttributeError) -> Number {
        var cursor = cursor
        try open(&cursor, .number)
        let number = isJSON ? try cursor.quotedNumber() : cursor.packedNumber()
        try close(cursor)
        return number
    }

    /// Reads a number (N) as an integer.
    ///
    /// - Throws: `AttributeError.outOfRange` if the number has a fraction or does not fit `T`.
    public mutating func integer<T: FixedWidthInteger>(_ type: T.Type = T.self) throws(AttributeError) -> T {
        if let small = try smallInteger() {
            guard let value = T(exactly: small) else { throw .outOfRange(small, as: "\(T.self)") }
            return value
        }
        let number = try number()
        guard let value = T(exactly: number) else { throw .outOfRange(number, as: "\(T.self)") }
        return value
    }

    /// Reads a number if it is an integer that fits 64 bits; leaves the reader alone otherwise.
    private mutating func smallInteger() throws(AttributeError) -> Int64? {
        var cursor = cursor
        try open(&cursor, .number)
        let value: Int64?
        if isJSON {
            value = cursor.quotedSmallInteger()
        } else {
            value = Number.int64(orderedBytes: UnsafeRawBufferPointer(cursor.takeCounted()))
        }
        guard let value else { return nil }
        try close(cursor)
        return value
    }

    /// Reads a number (N) as the nearest `Double`.
    ///
    /// - Throws: `AttributeError` if the value is no number.
    public mutating func double() throws(AttributeError) -> Double {
        var cursor = cursor
        try open(&cursor, .number)
        let value: Double
        if isJSON {
            let start = cursor
            if let plain = cursor.quotedPlainDecimal() {
                value = plain
            } else {
                cursor = start
                value = try cursor.quotedNumber().doubleValue
            }
        } else {
            value = cursor.packedNumber().doubleValue
        }
        try close(cursor)
        return value
    }

    /// Reads a BOOL.
    ///
    /// - Throws: `AttributeError` if the value is none.
    public mutating func bool() throws(AttributeError) -> Bool {
        if isJSON, let value = plainBool() { return value }
        var cursor = cursor
        if isJSON {
            try open(&cursor, .false)
            let value = try cursor.boolean()
            try close(cursor)
            return value
        }
        let found = try tag()
        guard found == .true || found == .false else { throw mismatch(.false, found) }
        next = cursor.at + 1
        return found == .true
    }

    /// Reads a binary value (B).
    ///
    /// - Throws: `AttributeError` if the value is none.
    public mutating func binary() throws(AttributeError) -> [UInt8] {
        var cursor = cursor
        try open(&cursor, .binary)
        let bytes = isJSON ? try cursor.quotedBase64() : [UInt8](cursor.takeCounted())
        try close(cursor)
        return bytes
    }

    /// Reads a NULL.
    ///
    /// - Throws: `AttributeError` if the value is something else.
    public mutating func null() throws(AttributeError) {
        var cursor = cursor
        try open(&cursor, .null)
        if isJSON { _ = try cursor.boolean() }
        try close(cursor)
    }
}

// MARK: - Packed payloads

extension ByteCursor {
    /// Reads a length and ordered number bytes.
    @inline(__always)
    mutating func packedNumber() -> Number { Number(packed: takeCounted()) }
}

extension Number {
    /// The number that ordered bytes of ours stand for.
    init(packed bytes: UnsafeBufferPointer<UInt8>) {
        guard let number = Number(orderedBytes: UnsafeRawBufferPointer(bytes)) else {
            preconditionFailure("packed item has a number of another form")
        }
        self = number
    }
}
