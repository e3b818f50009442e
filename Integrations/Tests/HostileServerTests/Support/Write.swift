import Entities
import InMemoryDynamoDB

/// A write that leaves a trace of its own, by which one sees how often it was carried out.
enum Write: Sendable {
    /// An addition, which must not be repeated.
    case append(String, to: String)
    /// The same, under the condition that the count is the one that was read.
    case appendIfUnchanged(String, to: String)
    /// To two items in one transaction.
    case both(String, to: String, and: String)
    /// A create of an item that others create, too.
    case create(String, at: String)
    case put(String)
    /// A delete of an item that is there.
    case delete(String)
    case batch([String])

    static let kinds = 7

    /// How many items there are that many tasks write to.
    private static let shared = 6

    init(kind: Int, id: String, using random: inout SplitMix64) {
        let number = Int.random(in: 0..<Self.shared, using: &random)
        switch kind {
        case 0: self = .append(id, to: "log \(number)")
        case 1: self = .appendIfUnchanged(id, to: "log \(number)")
        case 2: self = .both(id, to: "log \(number)", and: "log \((number + 1) % Self.shared)")
        case 3: self = .create(id, at: "new \(id.count) \(number)")
        case 4: self = .put("put \(id)")
        case 5: self = .delete("deleted \(id)")
        default: self = .batch((0..<5).map { "batch \(id) \($0)" })
        }
    }

    static let logs = (0..<shared).map { "log \($0)" }

    /// What has to be there before.
    func prepare(_ engine: InMemoryDynamoDB) async throws {
        if case .delete(let key) = self { try await engine.put(key, true) }
    }

    func run(on dynamoDB: some DynamoDBExecutor, _ engine: InMemoryDynamoDB) async throws(DynamoDBError) {
        switch self {
        case .append(let id, let key): try await dynamoDB.append(id, to: key)
        case .appendIfUnchanged(let id, let key):
            guard case .number(let count)? = try await engine.get(key)?["n"] else {
                return try await dynamoDB.append(id, to: key)
            }
            try await dynamoDB.append(id, to: key, ifCount: count)
        case .both(let id, let first, let second): try await dynamoDB.append(id, to: first, and: second)
        case .create(let id, let key): try await dynamoDB.create(key, .string(id))
        case .put(let key): try await dynamoDB.put(key, true)
        case .delete(let key): try await dynamoDB.delete(key)
        case .batch(let keys): try await dynamoDB.putBatch(keys, true)
        }
    }

    /// How often it was carried out, for each item that it writes to.
    func occurrences(in engine: InMemoryDynamoDB) async throws -> [Int] {
        switch self {
        case .append(let id, let key), .appendIfUnchanged(let id, let key): [try await engine.count(of: id, in: key)]
        case .both(let id, let first, let second):
            [try await engine.count(of: id, in: first), try await engine.count(of: id, in: second)]
        case .create(let id, let key): [try await engine.get(key)?["value"] == .string(id) ? 1 : 0]
        case .put(let key): [try await engine.get(key) == nil ? 0 : 1]
        case .delete(let key): [try await engine.get(key) == nil ? 1 : 0]
        case .batch(let keys):
            try await keys.asyncMap { try await engine.get($0) == nil ? 0 : 1 }
        }
    }
}

extension InMemoryDynamoDB {
    fileprivate func count(of id: String, in key: String) async throws -> Int {
        try await log(key).count { $0 == id }
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
