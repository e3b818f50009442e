/// The most that an on-demand table or index may use, in request units per second. `nil` leaves it open.
public struct OnDemandThroughput: Hashable, Sendable {
    /// -1 takes a limit away.
    public var maxReads: Int?
    public var maxWrites: Int?

    public init(maxReads: Int? = nil, maxWrites: Int? = nil) {
        self.maxReads = maxReads
        self.maxWrites = maxWrites
    }
}

/// The units per second that a table or an index can take at once. They can be raised and never lowered.
public struct WarmThroughput: Hashable, Sendable {
    public var reads: Int?
    public var writes: Int?

    public init(reads: Int? = nil, writes: Int? = nil) {
        self.reads = reads
        self.writes = writes
    }
}

/// What storage and requests cost, against each other.
public enum TableClass: String, Hashable, Sendable, CaseIterable {
    case standard = "STANDARD"
    case infrequentAccess = "STANDARD_INFREQUENT_ACCESS"
}

/// Which key a table is encrypted with. Without one it is a key of the service's own.
public struct ServerSideEncryption: Hashable, Sendable {
    /// `true` for a key of the key management service.
    public var enabled: Bool?
    /// `KMS`; the service knows `AES256`, too, and refuses it.
    public var type: String?
    /// A key by its identifier, its alias or its ARN; the account's key for DynamoDB where `nil`.
    public var keyID: String?

    public init(enabled: Bool? = nil, type: String? = nil, keyID: String? = nil) {
        self.enabled = enabled
        self.type = type
        self.keyID = keyID
    }
}
