public import Entities

extension KeyTemplate {
    /// Collects the literal texts and placeholders of a template, and where each placeholder stands.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        package private(set) var segments: [Segment] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            segments.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { segments.append(.text(literal)) }
        }

        /// The attribute's value.
        public mutating func appendInterpolation<Value>(
            _ attribute: Attribute<Value>,
            fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            append(attribute.keyPlaceholder, fileID, filePath, line, column)
        }

        /// A number with `width` digits before the point, and `scale` after it: `\(price, width: 8, scale: 2)`.
        public mutating func appendInterpolation<Value: NumericAttributeValue>(
            _ attribute: Attribute<Value>, width: Int, scale: Int = 0,
            fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            append(attribute.part(width: width, scale: scale), fileID, filePath, line, column)
        }

        /// A date, cut to a unit: `\(createdAt, .day)`.
        public mutating func appendInterpolation<Value: DateAttributeValue>(
            _ attribute: Attribute<Value>, _ unit: DateBucket,
            fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            append(attribute.part(unit), fileID, filePath, line, column)
        }

        /// A string with its letters made equal: `\(email, .lowercased)`.
        public mutating func appendInterpolation<Value: StringAttributeValue>(
            _ attribute: Attribute<Value>, _ casing: KeyCasing,
            fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            append(attribute.part(casing), fileID, filePath, line, column)
        }

        /// One of `count` numbers that the attribute's value is hashed to, to spread a busy partition: `\(shard: orderID, of: 10)`.
        public mutating func appendInterpolation<Value>(
            shard attribute: Attribute<Value>, of count: Int,
            fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            append(KeyPlaceholder(attribute, .shard(count: count)), fileID, filePath, line, column)
        }

        /// Another template, as if it were written here: `\(tenant)#SLUG#\(slug)`.
        public mutating func appendInterpolation(
            _ template: KeyTemplate,
            fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            switch template.content {
            case .text(let inner): segments += inner
            case .composite, .number:
                segments.append(
                    .misplacedComposite(
                        SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)))
            }
        }

        /// A constant, taken as written.
        public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

        private mutating func append(
            _ part: KeyPlaceholder, _ fileID: String, _ filePath: String, _ line: Int, _ column: Int
        ) {
            segments.append(
                .part(part, SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)))
        }
    }
}
