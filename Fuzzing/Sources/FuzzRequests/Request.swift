/// What an input stands for.
struct Request {
    let operation: String
    let body: [UInt8]

    /// - Parameters:
    ///   - number: which operation, and whether the input is its whole body or a part of it.
    ///   - rest: the input.
    init(number: Int, rest: [UInt8]) {
        if number < 128 {
            operation = Self.operations[number % Self.operations.count]
            body = rest
        } else {
            let frame = Self.frames[number % Self.frames.count]
            operation = frame.operation
            body = Array(frame.before.utf8) + (frame.isText ? Self.escaped(rest) : rest) + Array(frame.after.utf8)
        }
    }

    private static let operations = [
        "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchGetItem", "BatchWriteItem",
        "TransactGetItems", "TransactWriteItems", "DescribeTable", "ListTables", "UpdateTable", "TagResource",
        "UpdateTimeToLive",
    ]

    private static let key = #""TableName":"tbl","Key":{"pk":{"S":"p"},"sk":{"N":"1"}}"#
    private static let values =
        ##""ExpressionAttributeNames":{"#a":"a","#m":"m"},"##
        + #""ExpressionAttributeValues":{":s":{"S":"x"},":n":{"N":"2"},":l":{"L":[]},":t":{"SS":["t"]}}"#

    /// Bodies with a hole for an expression or a value.
    private static let frames: [(operation: String, before: String, after: String, isText: Bool)] = [
        ("UpdateItem", #"{\#(key),\#(values),"UpdateExpression":""#, #""}"#, true),
        ("DeleteItem", #"{\#(key),\#(values),"ConditionExpression":""#, #""}"#, true),
        ("Scan", #"{"TableName":"tbl",\#(values),"FilterExpression":""#, #""}"#, true),
        ("Query", #"{"TableName":"tbl",\#(values),"KeyConditionExpression":""#, #""}"#, true),
        ("GetItem", #"{\#(key),"ProjectionExpression":""#, #""}"#, true),
        ("PutItem", #"{"TableName":"tbl","Item":{"pk":{"S":"p"},"sk":{"N":"2"},"v":"#, "}}", false),
        ("PutItem", #"{"TableName":"tbl","Item":{"pk":{"S":"p"},"sk":{"N":""#, #""}}}"#, false),
        ("Query", #"{"TableName":"tbl","ExclusiveStartKey":"#, "}", false),
    ]

    /// The input as the inside of a JSON string, byte for byte where that is possible.
    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
            case 0..<0x20: Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
            default: [byte]
            }
        }
    }
}
