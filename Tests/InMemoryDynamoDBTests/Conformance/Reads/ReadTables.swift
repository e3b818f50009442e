import Foundation
import InMemoryDynamoDB
import Testing

/// An engine with the tables that the recorded requests name, asked as a client on the wire asks.
///
/// `hash` has the key `a`, `hashN` the same as a number; `range` has `a` and `b` and two local and two global indexes on `c` and `d`;
/// `rangeN` and `rangeB` have a sort key `b` of that type; `multi` has an index of two and three attributes.
final class ReadTables {
    private let engine = InMemoryDynamoDB()

    init() {
        create("hash", ["a": "S"], ["a"])
        create("hashN", ["a": "N"], ["a"])
        create("rangeN", ["a": "S", "b": "N"], ["a", "b"])
        create("rangeB", ["a": "S", "b": "B"], ["a", "b"])
        let locals = [Self.index("index1", ["a"], ["c"]), Self.index("index2", ["a"], ["d"], includes: "c")]
        let globals = [Self.index("index3", ["c"], []), Self.index("index4", ["c"], ["d"], includes: "e")]
        create(
            "range", ["a": "S", "b": "S", "c": "S", "d": "S"], ["a", "b"],
            #","LocalSecondaryIndexes":[\#(locals.joined(separator: ","))],"#
                + #""GlobalSecondaryIndexes":[\#(globals.joined(separator: ","))]"#)
        create(
            "multi", ["a": "S", "h": "S", "i": "N", "r": "S", "s": "N", "t": "S"], ["a"],
            #","GlobalSecondaryIndexes":[\#(Self.index("index", ["h", "i"], ["r", "s", "t"]))]"#)
    }

    private func create(_ name: String, _ types: [String: String], _ keys: [String], _ indexes: String = "") {
        let definitions = types.map { #"{"AttributeName":"\#($0.key)","AttributeType":"\#($0.value)"}"# }
        let body = """
            {"TableName":"\(name)","BillingMode":"PAY_PER_REQUEST",
            "KeySchema":\(Self.keys(Array(keys.prefix(1)), Array(keys.dropFirst()))),
            "AttributeDefinitions":[\(definitions.joined(separator: ","))]\(indexes)}
            """
        let (status, answer) = ask("CreateTable", body)
        #expect(status == 200, "\(answer)")
    }

    private static func keys(_ partition: [String], _ sort: [String]) -> String {
        let keys =
            partition.map { #"{"AttributeName":"\#($0)","KeyType":"HASH"}"# }
            + sort.map { #"{"AttributeName":"\#($0)","KeyType":"RANGE"}"# }
        return "[\(keys.joined(separator: ","))]"
    }

    private static func index(
        _ name: String, _ partition: [String], _ sort: [String], includes included: String? = nil
    ) -> String {
        let projection =
            included.map { #"{"ProjectionType":"INCLUDE","NonKeyAttributes":["\#($0)"]}"# }
            ?? #"{"ProjectionType":"ALL"}"#
        return #"{"IndexName":"\#(name)","KeySchema":\#(keys(partition, sort)),"Projection":\#(projection)}"#
    }

    // MARK: Requests

    func ask(_ operation: String, _ body: String) -> (status: Int, answer: String) {
        let (status, bytes) = engine.respond(target: "DynamoDB_20120810.\(operation)", body: Array(body.utf8))
        return (status, String(decoding: bytes, as: UTF8.self))
    }

    func put(_ table: String, _ items: [String]) {
        for item in items {
            let (status, answer) = ask("PutItem", #"{"TableName":"\#(table)","Item":\#(item)}"#)
            #expect(status == 200, "\(answer)")
        }
    }

    /// The answer to a read that must succeed.
    func page(_ operation: String, _ body: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Page {
        let (status, answer) = ask(operation, body)
        #expect(status == 200, "\(answer)", sourceLocation: sourceLocation)
        return try Page(answer)
    }

    /// Checks that a request is refused as not valid, with this message.
    func refuses(
        _ operation: String, _ body: String, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let (status, answer) = ask(operation, body)
        #expect(status == 400, "\(body)", sourceLocation: sourceLocation)
        let error = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any], sourceLocation: sourceLocation)
        let said = try #require(error["message"] as? String, sourceLocation: sourceLocation)
        #expect(wordingAside(said) == wordingAside(message), "\(body)", sourceLocation: sourceLocation)
        #expect(
            error["__type"] as? String == "com.amazon.coral.validate#ValidationException",
            sourceLocation: sourceLocation)
    }
}

/// What a Query or Scan has answered.
struct Page {
    let members: [String: Any]

    init(_ answer: String) throws {
        members = try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
    }

    var count: Int? { members["Count"] as? Int }
    var scannedCount: Int? { members["ScannedCount"] as? Int }
    var hasItems: Bool { members["Items"] != nil }
    var last: [String: [String: String]]? { members["LastEvaluatedKey"] as? [String: [String: String]] }

    /// The same as a parameter of the next request.
    func startKey() throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: try #require(last)), as: UTF8.self)
    }

    /// An attribute of all items, as text.
    func texts(_ name: String) -> [String] {
        let items = members["Items"] as? [[String: [String: Any]]] ?? []
        return items.map { $0[name]?.values.first as? String ?? "" }
    }

    var capacity: Double? { (members["ConsumedCapacity"] as? [String: Any])?["CapacityUnits"] as? Double }
}

/// A request and the message that it is refused with.
struct Refusal: Sendable, CustomTestStringConvertible {
    let operation: String
    let body: String
    let message: String
    var testDescription: String { "\(operation) \(body)" }

    static func query(_ table: String, _ parameters: String, _ message: String) -> Refusal {
        Refusal(operation: "Query", body: #"{"TableName":"\#(table)",\#(parameters)}"#, message: message)
    }

    static func scan(_ table: String, _ parameters: String, _ message: String) -> Refusal {
        Refusal(operation: "Scan", body: #"{"TableName":"\#(table)",\#(parameters)}"#, message: message)
    }
}
