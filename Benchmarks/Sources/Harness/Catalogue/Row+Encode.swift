extension Row {
    package static let encodePut = Row(
        .encode, "PutItem", .thousandsPerSecond,
        "a PutItem of such an item, from the typed draft to the bytes of the body: record, keys, request, JSON",
        peers: [
            .orjsonReady, .foundationEncoder, .nodeMarshall, .boto3Serializer, .pynamoDBSerialize, .stringCopies,
        ],
        targets: [
            .times(.foundationEncoder, atLeast: 40), .times(.nodeMarshall, atLeast: 8),
            .times(.stringCopies, stretch: 0.5),
        ],
        remark: """
            a record is packed before it is written as JSON, since an executor in the process, batches, conditions and cursors want it packed: \
            two passes, the first of which takes longer. Done: sets sorted on the stack, integers and doubles without their texts, the request \
            made without the record's type, one buffer with one owner. Not done: a second road from the record straight to JSON, which every \
            generated type would have to be compiled for.
            """)

    package static let encodeSignedPut = Row(
        .encode, "PutItem, signed", .thousandsPerSecond,
        """
        the same through `HTTPDynamoDB` and a transport that answers at once: with the signature over the body, \
        its headers, and the reading of an empty answer
        """,
        peers: [.orjsonReady, .nodeMarshall])

    static let encodeRows = [encodePut, encodeSignedPut]
}

extension Peer {
    package static let orjsonReady = Peer(
        "orjson of a ready dictionary",
        "`orjson.dumps` of the request as a dictionary in DynamoDB's JSON that was made before: no conversion.")
    package static let foundationEncoder = Peer(
        "Foundation, JSONEncoder",
        """
        `JSONEncoder` over a `Codable` struct whose properties are wrappers such as `{"S": …}`, made from the same \
        draft.
        """
    )
    package static let nodeMarshall = Peer(
        "Node, marshall and stringify",
        """
        a function that does what `marshall` of `@aws-sdk/util-dynamodb` does with its default options, \
        `JSON.stringify`, and the text as a `Buffer`.
        """
    )
    package static let boto3Serializer = Peer(
        "boto3 and Python json", "boto3's `TypeSerializer`, `json.dumps`, and the text as bytes.")
    package static let pynamoDBSerialize = Peer(
        "PynamoDB, serialize", "`serialize()` of a PynamoDB model, `json.dumps`, and the text as bytes.")
    package static let stringCopies = Peer(
        "memcpy of the strings",
        "The bytes of the item's strings copied one after the other into a buffer that is there. A limit.")
}
