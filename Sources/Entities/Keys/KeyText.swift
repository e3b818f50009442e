public import struct Foundation.Date

/// The text of a key attribute, written as a template: `"TENANT#\(tenantID)#SLUG#\(slug)"`.
///
/// Literal text is taken as written. Values are written so that two different values never make the same key and that the
/// order of the texts is the order of the values: text is percent-encoded below `&`, numbers and dates have a fixed width
/// (`docs/Architecture.md`, "Key text"). A value that cannot be part of a key is kept as `problem`; the request that holds the key
/// is then refused before anything is sent.
public struct KeyText: Hashable, Sendable {
    /// The key as it is stored.
    public private(set) var text: String
    /// Why the text cannot be used, if it cannot.
    public private(set) var problem: AttributeError?

    /// An empty text.
    public init() {
        text = ""
    }

    /// Text that is taken as it is.
    public init(literal text: String) {
        self.text = text
    }

    /// Appends literal text.
    public mutating func append(literal: String) {
        text += literal
    }

    /// Appends another key text.
    public mutating func append(_ other: KeyText) {
        text += other.text
        problem = problem ?? other.problem
    }

    /// Appends a value as text, percent-encoding the bytes 0x00 to 0x25 and `delimiter`, which is the first byte of the literal
    /// that follows where that sorts above `%`.
    public mutating func append(escaping value: String, delimiter: UInt8? = nil) {
        var value = value
        let escapes = value.withUTF8 { bytes in
            bytes.contains { $0 <= 0x25 || $0 == delimiter || $0 == 0xF4 }
        }
        guard escapes else {
            text += value
            return
        }
        for scalar in value.unicodeScalars {
            if scalar.value <= 0x25 || delimiter.map({ UInt32($0) == scalar.value }) == true {
                text += "%"
                text.unicodeScalars.append(Self.hexDigit(scalar.value >> 4))
                text.unicodeScalars.append(Self.hexDigit(scalar.value & 15))
            } else if scalar.value == 0x10FFFF {
                refuse("U+10FFFF cannot be part of a key: it marks the end of ranges")
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    /// Marks the key as unusable. The first reason is kept.
    public mutating func refuse(_ reason: String) {
        problem = problem ?? AttributeError(.invalidValue, path: "", reason: reason)
    }

    private static func hexDigit(_ digit: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(truncatingIfNeeded: digit < 10 ? digit + 0x30 : digit + 0x37))
    }
}

extension KeyText: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) {
        self.init(literal: value)
    }

    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.key
    }

    /// Collects literals and values; see the overloads of `appendInterpolation` for what a placeholder may say.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var key = KeyText()

        public init(literalCapacity: Int, interpolationCount: Int) {
            key.text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ literal: String) {
            key.append(literal: literal)
        }

        /// A value in its own form.
        public mutating func appendInterpolation(_ part: some KeyPart) {
            part.write(to: &key)
        }

        /// A text that is followed by a delimiter above `%`, which is then escaped inside the text.
        public mutating func appendInterpolation(_ part: some KeyPart, before delimiter: Unicode.Scalar) {
            part.write(to: &key, before: UInt8(truncatingIfNeeded: delimiter.value))
        }

        /// Lower-cased text (Unicode, without locale).
        public mutating func appendInterpolation(lowercased part: String) {
            key.append(escaping: part.lowercased())
        }

        /// Lower-cased text before a delimiter above `%`.
        public mutating func appendInterpolation(lowercased part: String, before delimiter: Unicode.Scalar) {
            key.append(escaping: part.lowercased(), delimiter: UInt8(truncatingIfNeeded: delimiter.value))
        }

        /// An integer of at most `width` digits.
        public mutating func appendInterpolation<I: FixedWidthInteger & Sendable>(_ part: I, width: Int) {
            key.append(integer: part, width: width)
        }

        /// A number with at most `width` digits before and `scale` digits after the point.
        public mutating func appendInterpolation(_ part: Number, width: Int, scale: Int) {
            key.append(fixedPoint: part, width: width, scale: scale)
        }

        /// A number with at most `width` digits before and `scale` digits after the point.
        public mutating func appendInterpolation(_ part: some AttributeConvertible, width: Int, scale: Int) {
            switch Result(catching: { () throws(AttributeError) in try AttributeValue(converting: part) }) {
            case .success(.number(let number)): key.append(fixedPoint: number, width: width, scale: scale)
            case .success(let value): key.refuse("\(value) is not a number")
            case .failure(let error): key.refuse(error.reason)
            }
        }

        /// The bucket of a date.
        public mutating func appendInterpolation(_ part: Date, _ bucket: DateBucket) {
            key.append(part, bucket: bucket)
        }

        /// The shard of a value: the same value is always in the same of `count` shards.
        public mutating func appendInterpolation(shard part: some KeyPart, of count: Int) {
            var value = KeyText()
            part.write(to: &value)
            key.problem = key.problem ?? value.problem
            key.append(shard: value.shard(of: count), of: count)
        }

        /// A shard by its number, from 0.
        public mutating func appendInterpolation(shard number: Int, count: Int) {
            key.append(shard: number, of: count)
        }
    }
}
