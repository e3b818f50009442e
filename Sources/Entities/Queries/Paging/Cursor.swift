/// Where a page of a query ended, as opaque text that can be given to a client and back.
///
/// A cursor belongs to its query: the same parts, filter and direction. Given to another query, it is refused with `invalidCursor`. So
/// a bound that is reckoned from the time of day has to be the same for all pages. It holds the key of an item, encoded but not
/// encrypted. A client that knows the form can make one up, and so start a query at any place of its partition: where that matters, a
/// database is given `CursorKeys`.
public struct Cursor: Hashable, Sendable {
    /// The text: letters, digits, `-` and `_`.
    public let text: String

    /// A cursor that came back from a client. It is checked when a query uses it.
    public init(_ text: String) {
        self.text = text
    }

    /// The end of a page of a query: a seal that binds it to the query, and the key as JSON.
    init(_ start: PageStart, of plan: QueryPlan, _ keys: CursorKeys?) {
        var json = JSONWriter()
        json.value(start.item(for: plan))
        let body = Self.body(of: plan)
        text = Base64URL.encode((keys?.seal(json.bytes, body) ?? Self.fingerprint(of: body)) + json.bytes)
    }

    /// Where the next page starts.
    /// - Throws: `invalidCursor` for text that is no cursor, or one of another query.
    func start(for plan: QueryPlan, _ keys: CursorKeys?) throws(DynamoDBError) -> PageStart {
        let sealLength = keys == nil ? Self.fingerprintLength : CursorKeys.sealLength
        guard let bytes = Base64URL.decode(text), bytes.count > sealLength else {
            throw DynamoDBError(.invalidCursor, keys == nil ? Self.noCursor : CursorKeys.refusal)
        }
        let (seal, json) = (Array(bytes[..<sealLength]), Array(bytes[sealLength...]))
        let body = Self.body(of: plan)
        if let keys {
            guard keys.accept(seal, json, body) else { throw DynamoDBError(.invalidCursor, CursorKeys.refusal) }
        } else if seal != Self.fingerprint(of: body) {
            throw DynamoDBError(
                .invalidCursor,
                "the cursor belongs to another query: it continues only the access pattern, parts, filter and direction "
                    + "that it came from")
        }
        let key: EncodedItem
        do throws(AttributeError) {
            key = try JSONReader.read(json) { (json) throws(AttributeError) in try json.item() }
        } catch {
            throw DynamoDBError(.invalidCursor, "the cursor does not hold a key", underlying: error)
        }
        return try PageStart(key, for: plan)
    }

    private static let noCursor = "the text is no cursor, or was cut: pass it on as it was given out"

    private static let fingerprintLength = 8

    /// FNV-1a, 64 bits. Not a secret: it finds mistakes, not forgeries.
    private static func fingerprint(of body: [UInt8]) -> [UInt8] {
        let hash = FNV1a.hash(body)
        return (0..<fingerprintLength).map { UInt8(truncatingIfNeeded: hash >> (UInt64($0) * 8)) }
    }

    /// What the query asks: the body of its request, without what may change from page to page and under the table's name in the
    /// definitions.
    private static func body(of plan: QueryPlan) -> [UInt8] {
        var plan = plan
        plan.read.consistentRead = false
        var body = JSONWriter()
        // A query that cannot be written is refused when it runs.
        try? plan.read.request(table: plan.table.definitionName).writeBody(to: &body)
        return body.bytes + (plan.spread?.fingerprint ?? [])
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
