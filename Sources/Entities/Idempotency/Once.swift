/// One call of `Database.once`: where the operation is remembered, and for how long.
struct Once<Value: Sendable>: Sendable {
    /// What is known of an operation.
    enum State {
        /// Nothing that counts.
        case free
        case running
        case done(run: String, Value)
    }

    let db: Database
    /// The deployed name.
    let table: String
    let timeToLive: String?
    let key: EncodedItem
    /// The fingerprint of the input.
    let input: String?
    let lifetime: Duration
    let result: OnceResult<Value>
    /// Who asks. Never from `Generators.current`: with a fixed seed two runs would take each other's work for their own.
    let run = UUID().uuidString

    /// How often what fails in passing is tried again.
    private static var patience: Int { 8 }

    static var origin: RequestOrigin { RequestOrigin(accessPattern: "once") }

    /// - Throws: `invalidRequest` for a key that is none, a database of several tables, or an input that cannot be encoded.
    init(
        _ name: String, on db: Database, in table: TableSchema?, for lifetime: Duration,
        input: (any Encodable & Sendable)?, result: OnceResult<Value>
    ) throws(DynamoDBError) {
        let tables = db.allTables
        guard let schema = table ?? tables.first, table != nil || tables.count == 1 else {
            throw Self.refused("this Database has several tables: say which one remembers the operation, once(…, in:)")
        }
        guard !name.isEmpty else { throw Self.refused("an operation needs a key that is not empty") }
        self.db = db
        self.table = try db.name(of: schema)
        self.lifetime = lifetime
        self.result = result
        timeToLive = schema.timeToLive
        do throws(AttributeError) {
            key = try OnceKey(name, of: db.tenant).itemKey(in: schema)
            self.input = try input.map { (input) throws(AttributeError) in try OnceInput.fingerprint(input) }
        } catch {
            throw .invalidRequest(error, Self.origin)
        }
    }

    /// What is stored of the operation.
    func state() async throws(DynamoDBError) -> State {
        var request = GetItemRequest(tableName: table, key: key)
        request.consistentRead = true
        let read = GetItemOperation<EncodedItem>(request, origin: Self.origin)
        let item = try await persisting { () async throws(DynamoDBError) in
            try await db.execute(read, table: table).item
        }
        guard let item else { return .free }
        return try state(of: item)
    }

    /// What an item says of the operation.
    /// - Throws: `idempotentParameterMismatch` where it was given something else.
    func state(of item: EncodedItem) throws(DynamoDBError) -> State {
        let now = Generators.current.now()
        let stored = try DynamoDBError.decoding(Self.origin) { () throws(AttributeError) in try OnceItem(item) }
        if stored.until <= now { return .free }
        if let claimedUntil = stored.claimedUntil, claimedUntil <= now { return .free }
        guard stored.input == input else {
            throw DynamoDBError(
                .idempotentParameterMismatch, "the operation was run with another input: another one needs another key"
            ).at("GetItem", table: table, origin: Self.origin)
        }
        guard stored.claimedUntil == nil else { return .running }
        let value = try DynamoDBError.decoding(Self.origin) { () throws(AttributeError) in
            try result.decode(stored.result)
        }
        return .done(run: stored.run, value)
    }

    /// What is remembered.
    /// - Parameters:
    ///   - value: what came of it; `nil` where nothing has yet.
    ///   - claimedUntil: until when the run has the operation to itself.
    func item(_ value: Value?, claimedUntil: Date? = nil) throws(DynamoDBError) -> OnceItem {
        let until = Generators.current.now().adding(lifetime)
        var item = OnceItem(
            run: run, input: input, until: max(until, claimedUntil ?? until), claimedUntil: claimedUntil)
        guard let value else { return item }
        do throws(AttributeError) {
            item.result = try result.encode(value)
        } catch {
            throw .invalidRequest(error, Self.origin)
        }
        return item
    }

    /// Repeats what does no harm when it is done twice, as long as it fails in passing.
    /// - Throws: the last error; its outcome is unknown if that of any attempt was.
    func persisting<Answer>(
        _ attempt: () async throws(DynamoDBError) -> Answer
    ) async throws(DynamoDBError) -> Answer {
        var (failures, isOutcomeUnknown) = (0, false)
        while true {
            do throws(DynamoDBError) {
                return try await attempt()
            } catch {
                var error = error
                isOutcomeUnknown = isOutcomeUnknown || error.isOutcomeUnknown
                error.isOutcomeUnknown = isOutcomeUnknown
                guard error.isRetryable || error.code == .transactionInProgress, failures < Self.patience else {
                    throw error
                }
                failures += 1
                do throws(DynamoDBError) {
                    try await db.backoff.wait(after: failures)
                } catch {
                    var canceled = error
                    canceled.isOutcomeUnknown = isOutcomeUnknown
                    throw canceled
                }
            }
        }
    }

    /// That another run is at it.
    static var running: DynamoDBError {
        var error = DynamoDBError(
            .alreadyRunning, "the operation is being run, and its result is not there yet: ask again later")
        error.origin = origin
        return error
    }

    private static func refused(_ message: String) -> DynamoDBError {
        var error = DynamoDBError(.invalidRequest, "nothing was sent: \(message)")
        error.origin = origin
        return error
    }
}

extension DynamoDBError.Code {
    /// An operation that is to run once is being run at this moment, by someone else.
    public static let alreadyRunning = Self(rawValue: "AlreadyRunning")
    /// An operation took longer than it had claimed, and someone else has taken it over.
    public static let claimLost = Self(rawValue: "ClaimLost")
}
