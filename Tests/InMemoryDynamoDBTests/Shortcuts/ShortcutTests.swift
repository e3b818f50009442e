import Entities
import Foundation
import Testing

@testable import InMemoryDynamoDB

/// An engine that takes shortcuts answers as one that does not, in everything: items, sizes, errors and their words.
@Suite("Requests on the short and on the long way")
struct ShortcutTests {
    /// How a table is made.
    enum Layout: CaseIterable {
        case plain, expiring, withoutSortKey, numeric, indexed
    }

    /// Two engines that get the same requests.
    private struct Pair {
        let short: Engine
        let long: Engine

        init(_ layout: Layout) throws {
            (short, long) = (Self.engine(takesShortcuts: true), Self.engine(takesShortcuts: false))
            var types: [String: ScalarType] = ["pk": .string, "sk": .string]
            if layout == .numeric { types = ["pk": .number, "sk": .binary] }
            if layout == .withoutSortKey { types["sk"] = nil }
            if layout == .indexed { types["a"] = .string }
            var request = CreateTableRequest(
                tableName: "tbl",
                keys: KeySchema(partition: ["pk"], sort: layout == .withoutSortKey ? [] : ["sk"]),
                attributeTypes: types)
            if layout == .indexed {
                request.indexes = [IndexDescription(name: "index", keys: KeySchema(partition: ["a"]))]
            }
            try same(.createTable(request))
            if layout == .expiring {
                try same(
                    .updateTimeToLive(.init(tableName: "tbl", attributeName: "b", enabled: true)))
            }
        }

        private static func engine(takesShortcuts: Bool) -> Engine {
            Engine(
                account: Account(region: "us-east-1", id: "123456789012"), endpoint: "localhost:8000",
                options: .init(), takesShortcuts: takesShortcuts, clock: { Date(timeIntervalSince1970: 1_800_000_000) })
        }

        /// Expects the same answer from both.
        func same(_ request: DynamoDBRequest) throws {
            let answers = [short, long].map { engine in
                do throws(DynamoDBError) {
                    return Self.text(try engine.respond(to: request))
                } catch {
                    return "\(error) \(String(describing: error.item)) \(error.code)"
                }
            }
            try #require(answers[0] == answers[1], "\(request)")
        }

        private static func text(_ response: DynamoDBResponse) -> String {
            switch response {
            case .getItem(let output): "\(String(describing: output.item)) \(output.consumedCapacity)"
            case .putItem(let output), .updateItem(let output), .deleteItem(let output):
                "\(String(describing: output.attributes)) \(output.consumedCapacity)"
            case .scan(let output), .query(let output): "\(output.items) \(output.consumedCapacity)"
            case .describeTable(let output): "\(output.table.itemCount) \(output.table.sizeInBytes)"
            default: ""
            }
        }
    }

    @Test(arguments: Layout.allCases, [1, 2, 3] as [UInt64])
    func answersAreTheSame(_ layout: Layout, _ seed: UInt64) throws {
        let pair = try Pair(layout)
        var random = RandomRequests(seed: seed, layout)
        for step in 0..<1500 {
            try pair.same(random.next())
            guard step % 300 == 299 else { continue }
            var scan = ScanRequest(tableName: "tbl")
            scan.returnConsumedCapacity = .total
            try pair.same(.scan(scan))
            try pair.same(.describeTable(.init(tableName: "tbl")))
        }
    }

    @Test("What generated code sends takes the short way, and what has rules of its own does not")
    func takenWays() throws {
        let (plain, indexed) = (try Pair(.plain).short, try Pair(.indexed).short)
        let key: EncodedItem = ["pk": "p", "sk": "s"]
        var put = PutItemRequest(tableName: "tbl", item: ["n": 1, "pk": "p", "sk": "s"])
        put.condition = .notExists(.path(AttributePath("pk")))
        #expect(try plain.putPlainly(put) != nil)
        #expect(try indexed.putPlainly(put) == nil)
        var update = UpdateItemRequest(
            tableName: "tbl", key: key, update: UpdateExpression(add: [.init(AttributePath("n"), .value(1))]))
        update.condition = .exists(.path(AttributePath("pk")))
        update.returnValues = .allNew
        #expect(try plain.updatePlainly(update)?.attributes == ["n": 2, "pk": "p", "sk": "s"])
        #expect(try indexed.updatePlainly(update) == nil)
        update.update = UpdateExpression(add: [.init(AttributePath("n"), .value(.stringSet(["x"])))])
        #expect(try plain.updatePlainly(update) == nil)
    }

    @Test("The longest number of digits, and sums that do not fit")
    func sums() throws {
        let pair = try Pair(.plain)
        let texts = ["1E125", "9.9999999999999999999999999999999999999E125", "-1", "0.5", "99", "1", "-0.5", "1E-130"]
        let numbers = try texts.map { try Number(parsing: $0) }
        for one in numbers {
            for other in numbers {
                try pair.same(
                    .putItem(.init(tableName: "tbl", item: ["pk": "p", "sk": "s", "n": .number(one), "z": "z"])))
                let n = AttributePath("n")
                for update in [
                    UpdateExpression(add: [.init(n, .value(.number(other)))]),
                    UpdateExpression(
                        set: [.init(n, .plus(.operand(.path(n)), .operand(.value(.number(other)))))]),
                ] {
                    var request = UpdateItemRequest(tableName: "tbl", key: ["pk": "p", "sk": "s"], update: update)
                    request.returnValues = .allNew
                    try pair.same(.updateItem(request))
                }
            }
            try pair.same(.describeTable(.init(tableName: "tbl")))
        }
    }
}

/// Requests of which many can be carried out, and some cannot.
private struct RandomRequests {
    private var random: SplitMix64
    private let layout: ShortcutTests.Layout

    init(seed: UInt64, _ layout: ShortcutTests.Layout) {
        random = SplitMix64(seed: seed)
        self.layout = layout
    }

    mutating func next() -> DynamoDBRequest {
        switch below(10) {
        case 0...2:
            var item = key().attributes
            for _ in 0..<below(5) { item[name()] = value() }
            var request = PutItemRequest(tableName: table(), item: EncodedItem(item))
            request.condition = oneIn(2) ? condition(2) : nil
            request.returnValues = oneIn(3) ? .allOld : oneIn(20) ? .allNew : .none
            request.returnValuesOnConditionCheckFailure = oneIn(2) ? .allOld : .none
            request.returnConsumedCapacity = oneIn(8) ? .indexes : .none
            return .putItem(request)
        case 3...6:
            var request = UpdateItemRequest(tableName: table(), key: key(), update: update())
            request.condition = oneIn(2) ? condition(2) : nil
            request.returnValues = [.none, .allOld, .allNew, .updatedNew, .updatedOld][below(5)]
            request.returnValuesOnConditionCheckFailure = oneIn(2) ? .allOld : .none
            request.returnConsumedCapacity = oneIn(8) ? .total : .none
            return .updateItem(request)
        case 7:
            var request = DeleteItemRequest(tableName: table(), key: key())
            request.condition = oneIn(3) ? condition(2) : nil
            return .deleteItem(request)
        default:
            var request = GetItemRequest(tableName: table(), key: key())
            request.consistentRead = oneIn(2)
            request.returnConsumedCapacity = oneIn(2) ? .total : .none
            if oneIn(6) { request.projection = [path()] }
            return .getItem(request)
        }
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    private mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }
    private mutating func table() -> String { oneIn(60) ? "other" : oneIn(60) ? "no table" : "tbl" }

    private mutating func key() -> EncodedItem {
        let number = below(6)
        var key: [String: AttributeValue] = ["pk": .string("p\(below(3))"), "sk": .string("s\(number)")]
        if layout == .numeric { key = ["pk": .number(Number(below(3) - 1)), "sk": .binary([UInt8(number)])] }
        if layout == .withoutSortKey { key["sk"] = nil }
        switch below(80) {
        case 0: key["pk"] = nil
        case 1: key["sk"] = "other"
        case 2: key["pk"] = .string("")
        case 3: key["sk"] = .string(String(repeating: "s", count: 1025))
        case 4: key["x"] = "too much"
        case 5: key["sk"] = .bool(true)
        default: break
        }
        return EncodedItem(key)
    }

    private mutating func name() -> String { oneIn(100) ? "" : ["a", "b", "c", "pl", "z", "longer name"][below(6)] }

    private mutating func path() -> AttributePath {
        var path = AttributePath(oneIn(30) ? "pk" : name())
        if oneIn(12) { path = path.appending("inner") }
        if oneIn(20) { path = path.appending(index: below(3) - 1) }
        return path
    }

    private mutating func value() -> AttributeValue {
        switch below(12) {
        case 0...2: .number(Number(below(400) - 200))
        case 3: .number((try? Number(parsing: "\(below(1000)).\(below(1000))E\(below(20) - 10)")) ?? 0)
        case 4...5: .string(String(repeating: "t", count: below(300)))
        case 6: .bool(oneIn(2))
        case 7: .map(["inner": .number(Number(below(9))), "more": .list(["x", .null])])
        case 8: .list([.number(1), .map(["inner": "y"])])
        case 9: oneIn(5) ? .stringSet([]) : .stringSet(["one", "two"])
        case 10: .numberSet([1, Number(below(5))])
        default: oneIn(4) ? deep() : .binary([1, 2, 3])
        }
    }

    /// About as deep as values may be.
    private mutating func deep() -> AttributeValue {
        (0..<(29 + below(5))).reduce(AttributeValue.null) { value, _ in .list([value]) }
    }

    private mutating func operand() -> Operand { oneIn(3) ? .path(path()) : .value(value()) }

    private mutating func condition(_ depth: Int) -> Condition {
        switch below(depth > 0 ? 9 : 6) {
        case 0: .exists(.path(path()))
        case 1: .notExists(.path(path()))
        case 2...4: .compare(.path(path()), Comparator.allCases[below(6)], operand())
        case 5: .beginsWith(.path(path()), operand())
        case 6: .and(condition(depth - 1), condition(depth - 1))
        case 7: .or(condition(depth - 1), condition(depth - 1))
        default: .not(condition(depth - 1))
        }
    }

    private mutating func update() -> UpdateExpression {
        var update = UpdateExpression()
        for _ in 0..<below(4) {
            switch below(8) {
            case 0...2: update.set.append(.init(path(), .operand(.value(value()))))
            case 3:
                let path = path()
                update.set.append(.init(path, .ifNotExists(oneIn(4) ? self.path() : path, .operand(.value(value())))))
            case 4:
                let path = path()
                update.set.append(.init(path, .plus(.operand(.path(path)), .operand(.value(value())))))
            case 5: update.remove.append(path())
            case 6: update.add.append(.init(path(), .value(value())))
            default: update.delete.append(.init(path(), .value(value())))
            }
        }
        return update
    }
}
