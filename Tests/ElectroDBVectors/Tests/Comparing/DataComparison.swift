import Codegen
import ElectroDBCases
import Entities
import InMemoryDynamoDB

/// Compares what becomes of data: the call on one engine, and ElectroDB's request on another with the same items.
struct DataComparison {
    let vector: VectorCase
    let models: [VectorModel]
    let table: TableSchema
    /// What other cases have stored in the table, to begin with.
    let stored: [EncodedItem]
    let call: @Sendable (Database) async throws -> Void

    func differences() async throws -> [String] {
        switch vector.operation {
        case .put, .create, .delete, .update, .patch, .upsert:
            var differences: [String] = []
            for items in beginnings { differences += try await compareWrites(on: items) }
            return differences
        case .query, .collection, .scan: return try await compareReads()
        case .get: return []
        }
    }

    func engine(with items: [EncodedItem]) async throws -> InMemoryDynamoDB {
        let engine = InMemoryDynamoDB()
        try await Database(engine, table: table).createTables()
        for item in items {
            let put = PutItemRequest(tableName: table.name, item: item)
            _ = try await engine.execute(WriteItemOperation<EncodedItem>(put))
        }
        return engine
    }

    private func allItems(_ engine: InMemoryDynamoDB) async throws -> Set<EncodedItem> {
        Set(try await engine.execute(PageOperation<EncodedItem>(ScanRequest(tableName: table.name))).items)
    }

    // MARK: Writes

    /// What a write may meet: nothing, an item of which only what the write asks for is known, and whole items of other cases. An
    /// upsert is described for nothing only.
    private var beginnings: [[EncodedItem]] {
        guard vector.operation != .upsert, let key = keyItem else { return [[]] }
        let whole = stored.filter { item in
            key.attributes.allSatisfy { $0.value == item[$0.key] }
        }
        return [[], [bareItem(key)]] + whole.map { [$0] }
    }

    private var keyItem: EncodedItem? {
        guard let model = models.first else { return nil }
        if let key = vector.expect["key"] { return model.item(key) }
        let names = table.keys.partition + table.keys.sort
        let item = model.values(vector.expect["item"] ?? .null)
        return EncodedItem(item.filter { names.contains($0.key) })
    }

    /// The key, and what the conditions of the case want.
    private func bareItem(_ key: EncodedItem) -> EncodedItem {
        var attributes = key.attributes
        for condition in vector.expect["conditions"]?.elements ?? [] {
            guard let pair = condition["equals"]?.elements, pair.count == 2, let field = pair[0].string else {
                continue
            }
            attributes[field] = ExpectedValue(pair[1]).attributeValue()
        }
        return EncodedItem(attributes)
    }

    private func compareWrites(on items: [EncodedItem]) async throws -> [String] {
        let (ours, theirs) = (try await engine(with: items), try await engine(with: items))
        let recorder = RequestRecorder(ours)
        var failure: DynamoDBError.Code?
        do {
            try await call(Database(recorder, table: table))
        } catch let error as DynamoDBError {
            // An item that an update has created need not be a whole record.
            if error.code == .conditionalCheckFailed { failure = error.code }
        }
        var expectedFailure: DynamoDBError.Code?
        do {
            if let operation = expectedWrite { _ = try await theirs.execute(operation) }
        } catch {
            expectedFailure = error.code
        }
        if failure != expectedFailure {
            return [
                "fails with \(failure?.rawValue ?? "nothing"), and should with \(expectedFailure?.rawValue ?? "nothing")"
            ]
        }
        let (left, right) = (try await allItems(ours), try await allItems(theirs))
        return left == right ? [] : ["on \(items): leaves \(left), and should leave \(right)"]
    }

    private var expectedWrite: WriteItemOperation<EncodedItem>? {
        guard let model = models.first else { return nil }
        let expect = vector.expect
        let condition = (expect["conditions"]?.elements ?? []).reduce(nil) { joined, part in
            Self.condition(part).map { part in joined.map { .and($0, part) } ?? part } ?? joined
        }
        switch vector.operation {
        case .put, .create, .upsert:
            var put = PutItemRequest(tableName: table.name, item: model.item(expect["item"] ?? .null))
            put.condition = condition
            return WriteItemOperation(put)
        case .delete:
            return WriteItemOperation(DeleteItemRequest(tableName: table.name, key: model.item(expect["key"] ?? .null)))
        case .update, .patch:
            let expression = UpdateExpression(
                set: model.values(expect["set"] ?? .null).map {
                    .init(AttributePath($0.key), .operand(.value($0.value)))
                },
                remove: (expect["remove"]?.elements ?? []).compactMap(\.string).map { AttributePath($0) },
                add: model.values(expect["add"] ?? .null).map { .init(AttributePath($0.key), .value($0.value)) })
            var update = UpdateItemRequest(
                tableName: table.name, key: model.item(expect["key"] ?? .null), update: expression)
            update.condition = condition
            return WriteItemOperation(update)
        case .get, .query, .scan, .collection: return nil
        }
    }

    private static func condition(_ tree: JSONTree) -> Condition? {
        if let field = tree["exists"]?.string { return .exists(.path(AttributePath(field))) }
        if let field = tree["notExists"]?.string { return .notExists(.path(AttributePath(field))) }
        guard let pair = tree["equals"]?.elements, pair.count == 2, let field = pair[0].string else { return nil }
        return .compare(.path(AttributePath(field)), .equal, .value(ExpectedValue(pair[1]).attributeValue()))
    }
}
