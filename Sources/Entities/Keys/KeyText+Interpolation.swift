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

        // Most keys are short and need no room made; how long the values are is not known here.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) {
            key.append(literal: literal)
        }

        /// A value in its own form.
        public mutating func appendInterpolation(_ part: some KeyPart) {
            part.write(to: &key)
        }

        /// Text in its own form.
        public mutating func appendInterpolation(_ part: String) { key.append(escaping: part) }

        /// An integer in its own form.
        public mutating func appendInterpolation(_ part: Int) { part.write(to: &key) }

        /// A value that is followed by a delimiter above `%`, which is then escaped inside the value's text.
        /// - Parameter delimiter: an ASCII character; with any other the key is refused.
        public mutating func appendInterpolation(_ part: some KeyPart, before delimiter: Unicode.Scalar) {
            guard let delimiter = ascii(delimiter) else { return }
            part.write(to: &key, before: delimiter)
        }

        /// Lower-cased text (Unicode, without locale).
        public mutating func appendInterpolation(lowercased part: String) {
            key.append(escaping: part.lowercased())
        }

        /// Lower-cased text before a delimiter above `%`.
        public mutating func appendInterpolation(lowercased part: String, before delimiter: Unicode.Scalar) {
            guard let delimiter = ascii(delimiter) else { return }
            key.append(escaping: part.lowercased(), delimiter: delimiter)
        }

        private mutating func ascii(_ delimiter: Unicode.Scalar) -> UInt8? {
            if !delimiter.isASCII { key.refuse("\(delimiter) cannot be a delimiter: it is not ASCII") }
            return delimiter.isASCII ? UInt8(truncatingIfNeeded: delimiter.value) : nil
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
            do throws(AttributeError) {
                switch try AttributeValue(converting: part) {
                case .number(let number): key.append(fixedPoint: number, width: width, scale: scale)
                case let value: key.refuse("\(value) is not a number")
                }
            } catch {
                key.refuse(error.reason)
            }
        }

        /// The bucket of a date.
        public mutating func appendInterpolation(_ part: Date, _ bucket: DateBucket) {
            key.append(part, bucket.precision)
        }

        /// The shard of a value: the same value is always in the same of `count` shards.
        public mutating func appendInterpolation(shard part: some KeyPart, of count: Int) {
            var value = KeyText()
            part.write(to: &value)
            if let problem = value.problem { key.refuse(problem.reason) }
            key.append(shard: value.shard(of: count), of: count)
        }

        /// A shard by its number, from 0.
        public mutating func appendInterpolation(shard number: Int, count: Int) {
            key.append(shard: number, of: count)
        }
    }
}
