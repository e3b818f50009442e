/// Why a request did not succeed: the service's own errors, and those found before or after it was asked.
///
/// ```swift
/// do {
///     try await Article.create(draft).run(on: db)
/// } catch let error as DynamoDBError where error.code == .conditionalCheckFailed {
///     let existing = try error.item?.decode(as: Article.self)
/// }
/// ```
public struct DynamoDBError: Error, Hashable, Sendable {
    /// What kind of error it is. The service may have codes that are not listed here.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// Why an action of a cancelled transaction did not succeed.
    public struct CancellationReason: Hashable, Sendable {
        /// `None` for an action that was not at fault, else such as `ConditionalCheckFailed` or `TransactionConflict`.
        public var code: String
        public var message: String?
        /// The stored item, for a failed condition that asked for it.
        public var item: EncodedItem?
        /// What the action was, such as `Article.create`; known to the typed layer only.
        public var action: String?
        /// Which of the writes that were given to `transact` the action belongs to, from 0; known to the typed layer only.
        public var write: Int?
        /// What the reason means where a condition failed: `notUnique`, `versionConflict`, `illegalTransition`, `leaseHeld`,
        /// `leaseLost` or `conditionalCheckFailed`, as for a write by itself; known to the typed layer only.
        public var failure: Code?
        /// The unique attribute whose value another record has, where `failure` is `notUnique`.
        public var attribute: String?

        public init(code: String, message: String? = nil, item: EncodedItem? = nil, action: String? = nil) {
            self.code = code
            self.message = message
            self.item = item
            self.action = action
        }

        /// Whether this action was the reason.
        public var isFailure: Bool { code != "None" }
    }

    /// What was asked too much of, for a request that was throttled.
    public struct ThrottlingReason: Hashable, Sendable {
        /// Resource, operation and limit, such as `TableReadProvisionedThroughputExceeded` or `IndexWriteKeyRangeThroughputExceeded`.
        public var reason: String
        /// The ARN of the table or index.
        public var resource: String?

        public init(reason: String, resource: String? = nil) {
            self.reason = reason
            self.resource = resource
        }
    }

    public var code: Code
    /// What was attempted, what failed and what to do, or the service's own text.
    public var message: String
    /// The stored item that a condition failed on, where the request asked for it.
    public var item: EncodedItem?
    /// The unique attribute whose value another record has, as the definition names it, where the code is `notUnique`.
    public var attribute: String?
    /// One per action, in order, for a cancelled transaction.
    public var cancellationReasons: [CancellationReason]
    /// Why the service throttled the request, where it says so.
    public var throttlingReasons: [ThrottlingReason] = []
    /// The value that could not be converted, where that is the reason.
    public var underlying: AttributeError?
    /// The operation's name on the wire, such as `PutItem`.
    public var operation: String?
    public var tableName: String?
    public var origin: RequestOrigin
    /// What the service calls the request; its support asks for it.
    public var requestID: String?
    /// How often the request was sent over a network.
    public var attempts = 0
    /// Whether the request may have been carried out, although it failed for all that is known: its answer was lost, or the service
    /// broke down over it. A write that can do harm when it is done twice has to be looked after.
    public var isOutcomeUnknown = false
    /// What a batch of reads did not read.
    public var unprocessedKeys: [ItemAddress] = []
    /// What a batch of writes did not write, or not for all that is known. Each can be sent again.
    public var unprocessedWrites: [ItemWrite] = []

    public init(
        _ code: Code, _ message: String, item: EncodedItem? = nil, cancellationReasons: [CancellationReason] = [],
        underlying: AttributeError? = nil
    ) {
        self.code = code
        self.message = message
        self.item = item
        self.cancellationReasons = cancellationReasons
        self.underlying = underlying
        origin = RequestOrigin()
    }
}

extension DynamoDBError.Code {
    // Of the service.
    public static let conditionalCheckFailed = Self(rawValue: "ConditionalCheckFailedException")
    public static let transactionCanceled = Self(rawValue: "TransactionCanceledException")
    public static let transactionConflict = Self(rawValue: "TransactionConflictException")
    public static let transactionInProgress = Self(rawValue: "TransactionInProgressException")
    public static let idempotentParameterMismatch = Self(rawValue: "IdempotentParameterMismatchException")
    public static let validation = Self(rawValue: "ValidationException")
    public static let serialization = Self(rawValue: "SerializationException")
    public static let unknownOperation = Self(rawValue: "UnknownOperationException")
    public static let resourceNotFound = Self(rawValue: "ResourceNotFoundException")
    public static let resourceInUse = Self(rawValue: "ResourceInUseException")
    public static let tableNotFound = Self(rawValue: "TableNotFoundException")
    public static let accessDenied = Self(rawValue: "AccessDeniedException")
    public static let limitExceeded = Self(rawValue: "LimitExceededException")
    /// A shard iterator older than 15 minutes.
    public static let expiredIterator = Self(rawValue: "ExpiredIteratorException")
    /// A place in a shard whose record is gone: those older than 24 hours are trimmed.
    public static let trimmedDataAccess = Self(rawValue: "TrimmedDataAccessException")
    public static let itemCollectionSizeLimitExceeded = Self(rawValue: "ItemCollectionSizeLimitExceededException")
    public static let provisionedThroughputExceeded = Self(rawValue: "ProvisionedThroughputExceededException")
    public static let requestLimitExceeded = Self(rawValue: "RequestLimitExceeded")
    public static let throttling = Self(rawValue: "ThrottlingException")
    public static let internalServerError = Self(rawValue: "InternalServerError")
    public static let serviceUnavailable = Self(rawValue: "ServiceUnavailable")

    // Of this library.
    /// The connection was lost before there was an answer. The request may have been carried out.
    public static let connection = Self(rawValue: "ConnectionLost")
    /// There was no answer in time. The request may have been carried out, or be carried out yet.
    public static let timeout = Self(rawValue: "Timeout")
    /// The settings or the credentials that requests need are missing or wrong. Nothing was sent.
    public static let configuration = Self(rawValue: "Configuration")
    /// What answers is not DynamoDB.
    public static let unexpectedResponse = Self(rawValue: "UnexpectedResponse")
    /// The request cannot be sent: a value has no form in DynamoDB, or a key part is not allowed. Nothing was sent.
    public static let invalidRequest = Self(rawValue: "InvalidRequest")
    /// A validation rule of the definition refused a value. Nothing was sent.
    public static let invalidValue = Self(rawValue: "InvalidValue")
    /// An item or a response was not what the definition or the protocol says. The request may have been carried out.
    public static let undecodableResponse = Self(rawValue: "UndecodableResponse")
    /// Someone else changed the item: the version is not the expected one, or, for `replacing`, the lease. `item` holds the current state.
    public static let versionConflict = Self(rawValue: "VersionConflict")
    /// The stored state cannot become the one that was asked for. `item` holds the current one.
    public static let illegalTransition = Self(rawValue: "IllegalTransition")
    /// Another item holds the value of a unique attribute: `attribute` names it.
    public static let notUnique = Self(rawValue: "NotUnique")
    /// The history has a revision of this number already: that of a record with the same key that was removed. `recreating` goes on with
    /// its last one.
    public static let revisionExists = Self(rawValue: "RevisionExists")
    /// A cursor that is no cursor, or one of another query.
    public static let invalidCursor = Self(rawValue: "InvalidCursor")
    /// The service left part of a batch unprocessed, again and again.
    public static let unprocessed = Self(rawValue: "Unprocessed")
}

extension DynamoDBError: CustomStringConvertible {
    /// `Article.published (Query on cms): ValidationException: …`
    public var description: String {
        var place = [origin.entity, origin.accessPattern].compactMap { $0 }.joined(separator: ".")
        let request = [operation, tableName.map { "on \($0)" }].compactMap { $0 }.joined(separator: " ")
        if !request.isEmpty { place = place.isEmpty ? request : "\(place) (\(request))" }
        var text = place.isEmpty ? "" : "\(place): "
        text += "\(code.rawValue): \(message)"
        for (index, reason) in cancellationReasons.enumerated() where reason.isFailure {
            text += "\n  action \(index + 1)"
            if let action = reason.action { text += " (\(action))" }
            text += ": \(reason.code)"
            if let message = reason.message { text += ": \(message)" }
        }
        if isOutcomeUnknown { text += " (it may have been carried out)" }
        if attempts > 1 { text += " [\(attempts) attempts]" }
        if let requestID { text += " [request \(requestID)]" }
        return text
    }
}

extension DynamoDBError {
    @usableFromInline
    func placed(in request: DynamoDBRequest, table: String?, _ origin: RequestOrigin) -> DynamoDBError {
        at(request.operationName, table: table ?? request.tableName, origin: origin)
    }

    /// The same error with where it happened filled in, where that is not known yet.
    package func at(_ operation: String, table: String?, origin: RequestOrigin) -> DynamoDBError {
        var copy = self
        copy.operation = copy.operation ?? operation
        copy.tableName = copy.tableName ?? table
        if copy.origin == RequestOrigin() { copy.origin = origin }
        return copy
    }
}
