import Entities
import Foundation
import InMemoryDynamoDB
import Testing

/// An engine that is asked about tables as a client on the wire asks.
struct ControlPlane {
    let clock = TestClock()
    let engine: InMemoryDynamoDB

    init(transport: InMemoryDynamoDB.Transport = .values, transitions: InMemoryDynamoDB.Options.Transitions = .instant)
    {
        let clock = clock
        var options = InMemoryDynamoDB.Options()
        options.transitions = transitions
        engine = InMemoryDynamoDB(transport: transport, options: options, clock: { clock.now })
    }

    struct Answer {
        let status: Int
        let body: [String: Any]
        let text: String

        /// The error's name, without what stands before it.
        var error: String? {
            (body["__type"] as? String)?.split(separator: "#").last.map(String.init)
        }
        var message: String? { (body["message"] ?? body["Message"]) as? String }

        /// What stands at a path such as `Table.GlobalSecondaryIndexes.0.IndexStatus`, as text; `0` and `1` for booleans.
        subscript(path: String) -> String? {
            var value: Any? = body
            for part in path.split(separator: ".") {
                if let list = value as? [Any], let index = Int(part) {
                    value = list.indices.contains(index) ? list[index] : nil
                } else {
                    value = (value as? [String: Any])?[String(part)]
                }
            }
            return value.map { "\($0)" }
        }
    }

    @discardableResult
    func ask(_ operation: String, _ body: String) throws -> Answer {
        let (status, bytes) = engine.respond(target: "DynamoDB_20120810.\(operation)", body: Array(body.utf8))
        let json = try JSONSerialization.jsonObject(with: Data(bytes))
        return Answer(
            status: status, body: try #require(json as? [String: Any]), text: String(decoding: bytes, as: UTF8.self))
    }

    /// A table with the key `pk`, on demand unless `members` say otherwise.
    func createTable(_ name: String = "tbl", _ members: String = #""BillingMode":"PAY_PER_REQUEST""#) throws -> Answer {
        try ask(
            "CreateTable",
            #"{"TableName":"\#(name)","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"#
                + #""KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],\#(members)}"#)
    }

    func describe(_ name: String = "tbl") throws -> Answer { try ask("DescribeTable", #"{"TableName":"\#(name)"}"#) }

    /// Changes the table `tbl`.
    func update(_ members: String) throws -> Answer { try ask("UpdateTable", #"{"TableName":"tbl",\#(members)}"#) }

    /// Adds the index `idx` on the attribute `g`, which is text.
    func addIndex() throws -> Answer { try update(Self.newIndex) }

    static let newIndex =
        #""AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"}],"GlobalSecondaryIndexUpdates":[{"Create":"#
        + #"{"IndexName":"idx","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]"#
    static let provisioned = #""ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6}"#
}
