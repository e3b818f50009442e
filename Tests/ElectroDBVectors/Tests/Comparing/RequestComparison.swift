import Codegen
import ElectroDBCases
import Entities

/// Compares a request with what ElectroDB asks for in the same case.
///
/// What is stored has to be equal. What is asked for may be tighter in the ways that the functions below allow one by one, each with its
/// reason; anything else is a difference.
struct RequestComparison {
    let vector: VectorCase
    /// Those of the case.
    let models: [VectorModel]
    private(set) var differences: [String] = []

    init(_ vector: VectorCase, models: [VectorModel]) {
        self.vector = vector
        self.models = models
    }

    /// What the request has that ElectroDB's has not, and the other way round; empty where all is well.
    static func differences(_ request: DynamoDBRequest, _ vector: VectorCase, models: [VectorModel]) -> [String] {
        var comparison = RequestComparison(vector, models: models)
        comparison.compare(request)
        return comparison.differences
    }

    mutating func differ(_ text: String) { differences.append(text) }

    private mutating func compare(_ request: DynamoDBRequest) {
        let expect = vector.expect
        switch (vector.operation, request) {
        case (.put, .putItem(let request)), (.create, .putItem(let request)):
            compare(item: request.item.attributes, with: expect["item"])
            compare(conditions: request.condition)
        case (.get, .getItem(let request)): compare(item: request.key.attributes, with: expect["key"])
        case (.delete, .deleteItem(let request)):
            compare(item: request.key.attributes, with: expect["key"])
            compare(conditions: request.condition)
        case (.upsert, .updateItem(let request)): compare(upsert: request)
        case (.update, .updateItem(let request)), (.patch, .updateItem(let request)): compare(update: request)
        case (.query, .query(let request)), (.collection, .query(let request)): compare(query: request)
        case (.scan, .scan(let request)):
            compare(index: request.indexName)
            compare(filter: request.filter)
        default: differ("the request is a \(request.operationName)")
        }
    }

    // MARK: What is stored

    mutating func compare(item: [String: AttributeValue], with expected: JSONTree?, _ what: String = "") {
        let expected = expected?.fields ?? [:]
        for (field, value) in expected.sorted(by: { $0.key < $1.key }) {
            guard let found = item[field] else {
                differ("\(what)\(field) is missing, and should be \(value)")
                continue
            }
            if !ExpectedValue(value).isSame(as: found) { differ("\(what)\(field) is \(found), and should be \(value)") }
        }
        for (field, value) in item.sorted(by: { $0.key < $1.key }) where expected[field] == nil {
            differ("\(what)\(field) is \(value), and should not be there")
        }
    }

    private mutating func compare(update request: UpdateItemRequest) {
        compare(item: request.key.attributes, with: vector.expect["key"], "key: ")
        var set: [String: AttributeValue] = [:]
        for action in request.update.set {
            guard action.path.isTopLevel, case .operand(.value(let value)) = action.value else {
                differ("set: \(action.path) is no plain value")
                continue
            }
            set[action.path.attributeName] = value
        }
        compare(item: set, with: vector.expect["set"], "set: ")
        var added: [String: AttributeValue] = [:]
        for action in request.update.add {
            if case .value(let value) = action.value { added[action.path.description] = value }
        }
        compare(item: added, with: vector.expect["add"], "add: ")
        let removed = Set(request.update.remove.map(\.description))
        let expected = Set((vector.expect["remove"]?.elements ?? []).compactMap(\.string))
        if removed != expected { differ("removes \(removed.sorted()), and should remove \(expected.sorted())") }
        if !request.update.delete.isEmpty { differ("deletes from sets") }
        compare(conditions: request.condition)
    }

    private mutating func compare(upsert request: UpdateItemRequest) {
        compare(item: request.key.attributes, with: vector.expect["key"], "key: ")
        var item = request.key.attributes
        var onlyIfAbsent: Set<String> = []
        for action in request.update.set {
            let name = action.path.attributeName
            switch action.value {
            case .operand(.value(let value)): item[name] = value
            case .ifNotExists(let path, .operand(.value(let value))) where path == action.path:
                item[name] = value
                onlyIfAbsent.insert(name)
            default: differ("set: \(action.path) is no plain value")
            }
        }
        compare(item: item, with: vector.expect["item"])
        let expected = Set((vector.expect["ifNotExists"]?.elements ?? []).compactMap(\.string))
        for name in expected.subtracting(onlyIfAbsent).sorted() { differ("\(name) is set where it is there already") }
        for name in onlyIfAbsent.subtracting(expected).subtracting(defaulted).sorted() {
            differ("\(name) is not set where it is there already")
        }
        // The keys of an item that was there must not tell of attributes that the record does not have.
        let needless = request.update.remove.map(\.description).filter { vector.expect["item"]?[$0] != nil }
        for name in needless { differ("removes \(name)") }
        compare(conditions: request.condition)
    }

    /// The fields whose values are defaults. ElectroDB sets them over what is stored; that is a defect of its own.
    private var defaulted: Set<String> {
        guard let model = models.first else { return [] }
        let names = model.attributes.filter { model.hasDefault($0) && vector.input[$0] == nil }
        return Set(names.map(model.field))
    }

    // MARK: Conditions

    mutating func compare(conditions condition: Condition?) {
        var expected = vector.expect["conditions"]?.elements ?? []
        for part in condition.map(Self.parts) ?? [] {
            guard let position = expected.firstIndex(where: { Self.isSame(part, $0) }) else {
                differ("demands \(part)")
                continue
            }
            expected.remove(at: position)
        }
        // An item has all of its primary key, or does not exist.
        for kind in ["exists", "notExists"] where expected.count == 1 && expected[0][kind] != nil {
            let given = vector.expect["conditions"]?.elements.count { $0[kind] != nil } ?? 0
            if given == 2 { expected = [] }
        }
        for missing in expected { differ("does not demand \(missing)") }
    }

    /// The conditions that all have to hold.
    static func parts(_ condition: Condition) -> [Condition] {
        if case .and(let left, let right) = condition { return parts(left) + parts(right) }
        return [condition]
    }

    private static func isSame(_ condition: Condition, _ expected: JSONTree) -> Bool {
        switch condition {
        case .exists(.path(let path)): expected["exists"]?.string == path.description
        case .notExists(.path(let path)): expected["notExists"]?.string == path.description
        case .compare(.path(let path), .equal, .value(let value)):
            expected["equals"].map { equals in
                equals.elements.count == 2 && equals.elements[0].string == path.description
                    && ExpectedValue(equals.elements[1]).isSame(as: value)
            } ?? false
        default: false
        }
    }
}
