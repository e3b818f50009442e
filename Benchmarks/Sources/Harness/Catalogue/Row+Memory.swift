extension Row {
    package static let memory = Row(
        .memory, "stored items of 1 KB", .timesTheSize,
        """
        the memory that a fresh process needs more for a table of 200 thousand items, by the size that DynamoDB \
        counts them with; the kernel's count of pages, with what the allocator keeps
        """,
        peers: [.dictionaryMemory], targets: [.figure(1.5, stretch: 1.1)],
        remark: """
            an item is an object and an array, whose headers and rounding come on top, as does its place in the index. A dictionary of arrays \
            needs hardly less.
            """)

    static let memoryRows = [memory]
}

extension Peer {
    package static let dictionaryMemory = Peer(
        "Swift Dictionary, fresh",
        "A fresh process that keeps as many keys with arrays of the items' size as DynamoDB counts it.")
}
