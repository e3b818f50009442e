import Entities
import GeneratedModel

/// Requests made at random, in each of whose places a key of the school `s` can stand, or one of somebody else's.
struct RandomRequests {
    /// How many keys of others the request has.
    private(set) var foreign = 0
    private var state: UInt64
    private let share: UInt64
    private let table = Campus.table.name

    /// - Parameter share: every how manieth key is foreign; 0 for none.
    init(seed: UInt64, share: UInt64) {
        state = seed
        self.share = share
    }

    /// https://prng.di.unimi.it/splitmix64.c
    private mutating func random(_ bound: UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % bound
    }

    static let own: [AttributeValue] = [
        "SCHOOL#s", "SCHOOL#s#", "SCHOOL#s#COURSES", "SCHOOL#s#STUDENT#t", "SCHOOL#s#UNIQUE#Student#email#x",
        "SCHOOL#s#IDEMPOTENCY#x",
    ]
    /// Others, many of which look like one of the school's at a glance. The last but two is the same text to Swift's `==` in parts.
    static let others: [AttributeValue] = [
        "SCHOOL#t", "SCHOOL#sx", "SCHOOL#s$", "SCHOOL#s%23", "SCHOOL#S", "SCHOOL#", "school#s", "SCHOOL", "NOTICE#s",
        " SCHOOL#s",
        "UNIQUE#Student#email#s", "IDEMPOTENCY#x", "SCHOOL#s\u{301}#COURSES", 7, .null,
    ]

    private mutating func partition() -> AttributeValue {
        if share > 0, random(share) == 0 {
            foreign += 1
            return Self.others[Int(random(UInt64(Self.others.count)))]
        }
        return Self.own[Int(random(UInt64(Self.own.count)))]
    }

    private mutating func key() -> EncodedItem { ["pk": partition(), "sk": "X"] }

    private mutating func item() -> EncodedItem {
        var attributes: [String: AttributeValue] = ["pk": partition(), "sk": "X", "schoolID": "t", "name": "SCHOOL#t"]
        for name in ["gsi1pk", "gsi2pk"] where random(2) == 0 { attributes[name] = partition() }
        return EncodedItem(attributes)
    }

    private mutating func update() -> UpdateItemRequest {
        var request = UpdateItemRequest(tableName: table, key: key(), update: UpdateExpression())
        let (first, second) = (AttributePath("gsi1pk"), AttributePath("gsi2pk"))
        switch random(4) {
        case 0: request.update.set = [.init(first, .operand(.value(partition())))]
        case 1: request.update.set = [.init(second, .ifNotExists(second, .operand(.value(partition()))))]
        case 2: request.update.remove = [first, second]
        default: request.update.set = [.init(AttributePath("name"), .operand(.value("SCHOOL#t")))]
        }
        return request
    }

    private mutating func query() -> QueryRequest {
        let index: String? = [nil, "gsi1", "gsi2"][Int(random(3))]
        let name = index.map { $0 + "pk" } ?? "pk"
        var request = QueryRequest(
            tableName: table, indexName: index, keyCondition: KeyCondition([.init(name, .value(partition()))]))
        if random(2) == 0 {
            var start: [String: AttributeValue] = ["pk": partition(), "sk": "X"]
            if let index {
                start[name] = partition()
                start[index + "sk"] = "X"
            }
            request.exclusiveStartKey = EncodedItem(start)
        }
        return request
    }

    private mutating func action() -> TransactWriteItemsRequest.Action {
        switch random(4) {
        case 0: return .put(PutItemRequest(tableName: table, item: item()))
        case 1: return .update(update())
        case 2: return .delete(DeleteItemRequest(tableName: table, key: key()))
        default: return .check(.init(tableName: table, key: key(), condition: .exists(.path(AttributePath("pk")))))
        }
    }

    /// The next request.
    mutating func next() -> DynamoDBRequest {
        foreign = 0
        let count = 1 + random(8)
        switch random(9) {
        case 0: return .getItem(GetItemRequest(tableName: table, key: key()))
        case 1: return .putItem(PutItemRequest(tableName: table, item: item()))
        case 2: return .updateItem(update())
        case 3: return .deleteItem(DeleteItemRequest(tableName: table, key: key()))
        case 4: return .query(query())
        case 5: return .batchGetItem(BatchGetItemRequest(tables: [table: .init(keys: (0..<count).map { _ in key() })]))
        case 6:
            let writes = (0..<count).map { _ -> BatchWriteItemRequest.Write in
                random(2) == 0 ? .put(item()) : .delete(key())
            }
            return .batchWriteItem(BatchWriteItemRequest(tables: [table: writes]))
        case 7:
            return .transactGetItems(
                TransactGetItemsRequest(gets: (0..<count).map { _ in .init(tableName: table, key: key()) }))
        default:
            return .transactWriteItems(TransactWriteItemsRequest(actions: (0..<count).map { _ in action() }))
        }
    }
}
