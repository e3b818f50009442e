extension Row {
    /// What is done on tables of several sizes.
    package static let scaleGet = growing("get")
    package static let scalePut = growing("put")
    package static let scaleUpdate = growing("conditional update")
    package static let scaleQuery = growing("query of 100 items")
    package static let scaleDictionary = Row(
        .scale, "yardstick: Swift Dictionary, get", .microseconds,
        "what misses of the caches cost a dictionary of as many texts, which has to be compared with",
        peers: Peer.smallerTables)
    package static let scalePartitionGet = inPartition("get")
    package static let scalePartitionPut = inPartition("put")
    package static let scalePartitionQuery = inPartition("query of 100 items")

    static let scaleRows = [
        scaleGet, scalePut, scaleUpdate, scaleQuery, scaleDictionary, scalePartitionGet, scalePartitionPut,
        scalePartitionQuery,
    ]

    private static func growing(_ operation: String) -> Row {
        Row(
            .scale, "\(operation), table of 4 million items", .microseconds,
            """
            the same \(operation) on tables of 10 thousand to 4 million items of 1 KB, all in memory at once; \
            partitions of 100
            """,
            peers: Peer.smallerTables, targets: [.times(.tenThousand, atLeast: 0.5, stretch: 0.8)],
            remark: """
                what a larger table costs more is misses of the caches, in the index and at the item, as a dictionary's do: see the \
                yardstick.
                """)
    }

    private static func inPartition(_ operation: String) -> Row {
        Row(
            .scale, "\(operation), partition of a million items", .microseconds,
            "the same \(operation) in partitions of 10 thousand to a million items of 1 KB",
            peers: [.tenThousand, .hundredThousand], targets: [.times(.tenThousand, atLeast: 0.5, stretch: 0.8)])
    }
}

extension Peer {
    package static let tenThousand = Peer(
        "10 thousand items",
        "Ours on a smaller table, or in a smaller partition: a ratio of 0.5 is a cost that has doubled.")
    package static let hundredThousand = Peer("100 thousand items", "The same.")
    package static let million = Peer("1 million items", "The same.")
    static let smallerTables = [tenThousand, hundredThousand, million]
}
