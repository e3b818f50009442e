extension Row {
    package static let decodePage = Row(
        .decode, "page", .megabytesPerSecond,
        """
        a query page of about 930 KB, from the bytes of the body to records of generated code: 1000 items of 12 attributes (strings, numbers, string \
        set, list, nested map, bool, null) and their keys, the attributes in byte order of their names in each item
        """,
        peers: [.simdjson, .foundationTree, .foundationTyped, .nodeParse, .nodeUnmarshall, .orjson, .boto3, .pynamoDB]
            + [.validation, .memcpy],
        targets: [
            .times(.foundationTree, atLeast: 50), .times(.nodeUnmarshall, atLeast: 10),
            .times(.simdjson, atLeast: 0.45, stretch: 0.7),
        ],
        remark: """
            done: one pass straight into the record while the members are in order, words of eight and sixteen bytes for names, texts and \
            numbers, ASCII told on the way. What is left is four allocations an item and Swift's making of texts and sets.
            """)

    package static let decodeShuffledPage = Row(
        .decode, "page, attributes in any order", .megabytesPerSecond,
        "the same page with the attributes of each item in another order: DynamoDB promises none",
        peers: [.simdjson, .nodeUnmarshall])

    package static let decodeAnswer = Row(
        .decode, "page, through the executor", .megabytesPerSecond,
        """
        the same through `HTTPDynamoDB` and a transport that brings the answer at once: signing the request, the answer's checksum, reading
        """,
        peers: [.simdjson, .nodeUnmarshall])

    package static let decodeItem = Row(
        .decode, "one item", .microseconds,
        "the answer of a GetItem with one of the items, from the bytes of the body to the record",
        peers: [.foundationTree, .nodeUnmarshall])

    static let decodeRows = [decodePage, decodeShuffledPage, decodeAnswer, decodeItem]
}

extension Peer {
    package static let simdjson = Peer(
        "simdjson, bare parse",
        "`pysimdjson`'s parser, reused, to simdjson's tape: no object is made. A limit rather than a rival.")
    package static let foundationTree = Peer(
        "Foundation, value tree and record",
        """
        `JSONDecoder` into a tree of attribute values, and from that to a struct: what a layer on Foundation's \
        coders does.
        """
    )
    package static let foundationTyped = Peer(
        "Foundation, typed wrappers",
        "`JSONDecoder` into a `Codable` struct whose properties are wrappers such as `{\"S\": …}`, without a tree.")
    package static let nodeParse = Peer("Node, JSON.parse", "`JSON.parse` of the body's bytes.")
    package static let nodeUnmarshall = Peer(
        "Node, parse and unmarshall",
        """
        `JSON.parse`, and each item through a function that does what `unmarshall` of `@aws-sdk/util-dynamodb` \
        does with its default options.
        """
    )
    package static let orjson = Peer("orjson", "`orjson.loads` of the body's bytes, into Python's dictionaries.")
    package static let boto3 = Peer(
        "Python json and boto3", "`json.loads`, and each value through boto3's `TypeDeserializer`.")
    package static let pynamoDB = Peer(
        "PynamoDB", "`json.loads`, and each item through `from_raw_data` of a PynamoDB model of the same attributes.")
    package static let validation = Peer("UTF-8 validation", "`String(validating:as:)` of the body's bytes. A limit.")
    package static let memcpy = Peer("memcpy", "The body's bytes copied into a buffer that is there. A limit.")
}
