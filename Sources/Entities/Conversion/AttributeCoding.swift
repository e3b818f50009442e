/// A second encoding for a type, chosen attribute by attribute.
///
/// ```swift
/// let expiresAt: Date = try item.read("expiresAt", as: EpochSeconds.self)
/// ```
public protocol AttributeCoding {
    /// The Swift type.
    associatedtype Value: Sendable

    /// Reads a value in this encoding.
    static func read(_ value: inout AttributeReader) throws(AttributeError) -> Value

    /// Writes a value in this encoding.
    static func write(_ value: Value, to writer: inout AttributeWriter) throws(AttributeError)
}

/// Dates as numbers (N): whole seconds since the beginning of 1970 (UTC), rounded down. What DynamoDB's time to live wants.
public enum EpochSeconds: AttributeCoding {
    public static func read(_ value: inout AttributeReader) throws(AttributeError) -> Date {
        Date(timeIntervalSince1970: Double(try value.integer(Int64.self)))
    }

    /// Writes the seconds.
    ///
    /// - Throws: `AttributeError.outOfRange` if a date is so far away that 64 bits do not hold its seconds.
    public static func write(_ date: Date, to writer: inout AttributeWriter) throws(AttributeError) {
        guard let seconds = Int64(exactly: date.timeIntervalSince1970.rounded(.down)) else {
            throw AttributeError(.outOfRange, reason: "the date is too far away for seconds since 1970")
        }
        try writer.write(seconds)
    }
}

/// Dates as numbers (N): milliseconds since the beginning of 1970 (UTC), rounded to the nearest.
public enum EpochMilliseconds: AttributeCoding {
    public static func read(_ value: inout AttributeReader) throws(AttributeError) -> Date {
        Date(millisecondsSince1970: try value.integer(Int64.self))
    }

    /// Writes the milliseconds.
    ///
    /// - Throws: `AttributeError.outOfRange` beyond ±285,000 years.
    public static func write(_ date: Date, to writer: inout AttributeWriter) throws(AttributeError) {
        guard let milliseconds = date.millisecondsSince1970 else {
            throw AttributeError(.outOfRange, reason: "the date is too far away for milliseconds since 1970")
        }
        try writer.write(milliseconds)
    }
}
