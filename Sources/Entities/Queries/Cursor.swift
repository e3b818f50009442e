/// Where a page of a query ended, as opaque text that can be given to a client and back.
///
/// A cursor belongs to its query: the same access pattern with the same parts, filter and direction. Given to another query, it is
/// refused with `invalidCursor`.
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

    /// FNV-1a, 64 bits, of what the query asks. Not a secret: it finds mistakes, not forgeries.
    private static func fingerprint(of plan: QueryPlan) -> [UInt8] {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ text: String) {
            for byte in text.utf8 {
                hash ^= UInt64(byte)
                hash &*= 0x100_0000_01B3
            }
            hash ^= 0xFF
            hash &*= 0x100_0000_01B3
        }
        mix(plan.table.definitionName)
        mix(plan.origin.entity ?? "")
        mix(plan.origin.accessPattern ?? "")
        var renderer = ExpressionRenderer()
        func mix(_ filter: Condition?) {
            mix(filter.flatMap { try? renderer.render($0) } ?? "")
        }
        switch plan.read {
        case .query(let request):
            mix(request.indexName ?? "")
            mix(request.scanIndexForward ? "ascending" : "descending")
            mix((try? renderer.render(request.keyCondition)) ?? "")
            mix(request.filter)
        case .scan(let request):
            mix(request.indexName ?? "")
            mix("segment \(request.segment ?? 0) of \(request.totalSegments ?? 1)")
            mix(request.filter)
        }
        for value in renderer.values { mix(value.description) }
        return (0..<Self.fingerprintLength).map { UInt8(truncatingIfNeeded: hash >> (UInt64($0) * 8)) }
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
