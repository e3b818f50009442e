/// The secret keys that cursors are sealed with, so that nobody else can make one: HMAC-SHA-256 over the query and the key of the item.
///
/// ```swift
/// let keys = try CursorKeys(current: secret, previous: [lastYears])
/// let db = Database(executor, table: CMS.table, cursorKeys: keys)
/// ```
/// To change the key, give the new one as `current` and the old one as `previous`, for as long as its cursors may come back. A sealed
/// cursor is as long as the key of its item and 16 bytes, in base 64; it is still not encrypted.
public struct CursorKeys: Sendable {
    private let current: HMACSHA256.Key
    private let previous: [HMACSHA256.Key]

    /// - Parameters:
    ///   - current: what new cursors are sealed with, at least 16 bytes that nobody can guess.
    ///   - previous: what older cursors may be sealed with.
    /// - Throws: `DynamoDBError`, `invalidCursorKey` for a key that is too short.
    public init(current: some Sequence<UInt8>, previous: [[UInt8]] = []) throws(DynamoDBError) {
        self.current = try Self.key(Array(current))
        var keys: [HMACSHA256.Key] = []
        for key in previous { keys.append(try Self.key(key)) }
        self.previous = keys
    }

    private static func key(_ bytes: [UInt8]) throws(DynamoDBError) -> HMACSHA256.Key {
        guard bytes.count >= leastLength else {
            throw DynamoDBError(
                .invalidCursorKey,
                "a key for cursors has at least \(leastLength) bytes, not \(bytes.count): take them from a generator of random "
                    + "bytes, such as `openssl rand`")
        }
        return HMACSHA256.Key(bytes)
    }

    private static let leastLength = 16
}

extension CursorKeys {
    static let sealLength = 16

    /// One text for all that is refused, which tells nobody how near they came.
    static let refusal =
        "the cursor is none that this query gave out: pass it on as it was given, and to the same query"

    /// What proves that a cursor was given out here.
    func seal(_ key: [UInt8], _ query: [UInt8]) -> [UInt8] {
        Self.seal(Self.message(key, query), with: current)
    }

    /// Whether a seal was made with one of the keys. Takes the same time for all wrong ones.
    func accept(_ seal: [UInt8], _ key: [UInt8], _ query: [UInt8]) -> Bool {
        let message = Self.message(key, query)
        return seal.withUnsafeBytes { seal in
            ([current] + previous).reduce(false) { isAccepted, key in
                Self.seal(message, with: key).withUnsafeBytes { ConstantTime.areEqual(seal, $0) } || isAccepted
            }
        }
    }

    /// Both are JSON, which has no zero bytes, so that no two pairs make the same message.
    private static func message(_ key: [UInt8], _ query: [UInt8]) -> [UInt8] { query + [0] + key }

    private static func seal(_ message: [UInt8], with key: HMACSHA256.Key) -> [UInt8] {
        key.code(for: message).withUnsafeBytes { Array($0.prefix(sealLength)) }
    }
}

extension CursorKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The keys are never shown.
    public var description: String { "keys for cursors, not shown" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension DynamoDBError.Code {
    /// A key that is too short to seal cursors with.
    public static let invalidCursorKey = Self(rawValue: "InvalidCursorKey")
}
