extension Data: AttributeConvertible {
    /// Reads a binary value (B).
    public init(from value: inout AttributeReader) throws(AttributeError) { self = Data(try value.binary()) }

    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        value.write([UInt8](self))
    }
}

extension Date: AttributeConvertible {
    /// Reads a string (S) such as `2026-11-21T02:46:00.000Z`; other fractions and offsets are understood as well.
    public init(from value: inout AttributeReader) throws(AttributeError) {
        self = try value.text(as: "date such as 2026-11-21T02:46:00.000Z") { DateText.date(utf8: $0) }
    }

    /// Writes a string (S), `2026-11-21T02:46:00.000Z`: UTC, rounded to milliseconds.
    ///
    /// - Throws: `AttributeError.outOfRange` outside the years 0000 to 9999.
    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        var isInRange = true
        value.writeText { isInRange = DateText.append(self, to: &$0) }
        guard isInRange else {
            throw AttributeError(.outOfRange, reason: "a date outside the years 0000 to 9999 cannot be stored as text")
        }
    }

    public static func _readNext(_ name: StaticString, of item: inout ItemReader) throws(AttributeError) -> Date? {
        item.next(name) { DateText.date(utf8: $0) }
    }
}

extension UUID: AttributeConvertible {
    /// Reads a string (S) of 36 characters, in either case.
    public init(from value: inout AttributeReader) throws(AttributeError) {
        self = try value.text(as: "UUID") { UUIDText.uuid($0) }
    }

    /// Writes a string (S) of 36 characters in lower case.
    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        value.writeText { UUIDText.append(self, to: &$0) }
    }
}

extension URL: AttributeConvertible {
    /// Reads a string (S).
    public init(from value: inout AttributeReader) throws(AttributeError) {
        let text = try value.string()
        guard let url = URL(string: text) else {
            throw AttributeError(.invalidValue, reason: "\"\(text.prefix(100))\" is not a URL")
        }
        self = url
    }

    /// Writes a string (S): the absolute form.
    public func write(to value: inout AttributeWriter) throws(AttributeError) { value.write(absoluteString) }
}
