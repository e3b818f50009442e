extension String: AttributeConvertible {
    public init(from value: inout AttributeReader) throws(AttributeError) { self = try value.string() }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { value.write(self) }

    public func _attributeValue() throws(AttributeError) -> AttributeValue { .string(self) }

    public static func _readNext(_ name: StaticString, of item: inout ItemReader) throws(AttributeError) -> String? {
        item.nextString(name)
    }

    public static func _readArray(from value: inout AttributeReader) throws(AttributeError) -> [String] {
        let plain = value.plainTexts(of: .list) { texts in
            var strings: [String] = []
            strings.reserveCapacity(texts.count)
            for text in texts { strings.append(String(utf8: text, isASCII: true)) }
            return strings
        }
        if let plain { return plain }
        return try _readElements(of: &value)
    }
}

extension Character: AttributeConvertible {
    /// Reads a string (S) of one character.
    public init(from value: inout AttributeReader) throws(AttributeError) {
        let text = try value.string()
        guard let character = text.first, text.dropFirst().isEmpty else {
            throw AttributeError(.invalidValue, reason: "\"\(text)\" is not a single character")
        }
        self = character
    }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { value.write(String(self)) }
}

extension Bool: AttributeConvertible {
    public init(from value: inout AttributeReader) throws(AttributeError) { self = try value.bool() }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { value.write(self) }

    public func _attributeValue() throws(AttributeError) -> AttributeValue { .bool(self) }

    public static func _readNext(_ name: StaticString, of item: inout ItemReader) throws(AttributeError) -> Bool? {
        item.nextBool(name)
    }
}

extension Number: AttributeConvertible {
    public init(from value: inout AttributeReader) throws(AttributeError) { self = try value.number() }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { value.write(self) }

    public func _attributeValue() throws(AttributeError) -> AttributeValue { .number(self) }
}

extension ULID: AttributeConvertible {
    /// Reads a string (S) of 26 characters.
    public init(from value: inout AttributeReader) throws(AttributeError) {
        self = try value.text(as: "ULID") { ULID(utf8: $0) }
    }

    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        value.writeText { append(to: &$0) }
    }

    public func _attributeValue() throws(AttributeError) -> AttributeValue { .string(description) }
}

extension AttributeReader {
    /// Reads a string (S) of which a closure makes a value; `nil` from it is an error that shows the text.
    mutating func text<T>(
        as type: String, _ convert: (UnsafeBufferPointer<UInt8>) -> T?
    ) throws(AttributeError) -> T {
        var cursor = cursor
        try open(&cursor, .string)
        let converted: T?
        if isJSON {
            let text = try cursor.quotedText()
            converted = try cursor.withUTF8(of: text, convert)
        } else {
            converted = convert(cursor.takeCounted())
        }
        guard let converted else {
            let text = try string()
            throw AttributeError(.invalidValue, reason: "\"\(text.prefix(100))\" is not a \(type)")
        }
        try close(cursor)
        return converted
    }
}
