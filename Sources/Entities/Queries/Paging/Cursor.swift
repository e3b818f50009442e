/// Where a page of a query ended, as opaque text that can be given to a client and back.
///
/// A cursor belongs to its query: the same parts, filter and direction. Given to another query, it is refused with `invalidCursor`. So
/// a bound that is reckoned from the time of day has to be the same for all pages. It holds the key of an item, encoded but not
/// encrypted.
public struct Cursor: Hashable, Sendable {
    /// The text: letters, digits, `-` and `_`.
    public let text: String

    /// A cursor that came back from a client. It is checked when a query uses it.
    public init(_ text: String) {
        self.text = text
    }

    /// The end of a page of a query.
    init(_ key: EncodedItem, of plan: QueryPlan) {
        var bytes = Self.fingerprint(of: plan)
        var json = JSONWriter()
        json.value(key)
        bytes += json.bytes
        text = Base64URL.encode(bytes)
    }

    /// The start key for the next page.
    /// - Throws: `invalidCursor` for text that is no cursor, or one of another query.
    func key(for plan: QueryPlan) throws(DynamoDBError) -> EncodedItem {
        guard let bytes = Base64URL.decode(text), bytes.count > Self.fingerprintLength else {
            throw DynamoDBError(.invalidCursor, "the text is no cursor, or was cut: pass it on as it was given out")
        }
        guard Array(bytes.prefix(Self.fingerprintLength)) == Self.fingerprint(of: plan) else {
            throw DynamoDBError(
                .invalidCursor,
                "the cursor belongs to another query: it continues only the access pattern, parts, filter and direction "
                    + "that it came from")
        }
        do throws(AttributeError) {
            return try JSONReader.read(Array(bytes.dropFirst(Self.fingerprintLength))) {
                (json) throws(AttributeError) in try json.item()
            }
        } catch {
            throw DynamoDBError(.invalidCursor, "the cursor does not hold a key", underlying: error)
        }
    }

    private static let fingerprintLength = 8

    /// FNV-1a, 64 bits, of what the query asks: the body of its request, without what may change from page to page and under the
    /// table's name in the definitions. Not a secret: it finds mistakes, not forgeries.
    private static func fingerprint(of plan: QueryPlan) -> [UInt8] {
        var plan = plan
        plan.consistentRead = false
        var body = JSONWriter()
        // A query that cannot be written is refused when it runs.
        try? plan.operation(of: EncodedItem.self, table: plan.table.definitionName).request.writeBody(to: &body)
        let hash = FNV1a.hash(body.bytes)
        return (0..<fingerprintLength).map { UInt8(truncatingIfNeeded: hash >> (UInt64($0) * 8)) }
    }
}

extension Cursor: CustomStringConvertible {
    public var description: String { text }
}

extension Cursor: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
