extension Row {
    package static let engineGet = Row(
        .engine, "get", .thousandsPerSecond, "a typed get of an item of 1 KB, at random",
        peers: [.dictionary, .sortedDict, .redis], targets: [.figure(400, stretch: 1000)],
        remark: """
            two fifths of a get are the reading of twelve attributes, a third of that the making of a `Set`; a quarter is the making of the \
            key and the request, a quarter the search, most of it misses of the caches. Done: the answer read where the record's type is known, \
            one index of whole keys, stripes with locks of their own, short cuts in packed items.
            """)
    package static let enginePut = Row(
        .engine, "put", .thousandsPerSecond, "a typed put of an item of 1 KB in the place of another, at random",
        peers: [.dictionary, .sortedDict, .redis], targets: [.figure(250, stretch: 600)],
        remark: """
            most of a put is the packing of the record, not the table. Done: one pass over the bytes for all checks, the \
            request made without the record's type, sets sorted on the stack.
            """)
    package static let engineUpdate = Row(
        .engine, "conditional update", .thousandsPerSecond, "a number added to, another set, if an attribute is true",
        peers: [.dictionary], targets: [.figure(200, stretch: 400)],
        remark: """
            an update is an expression tree of changes that is made, merged and taken apart: 18 allocations. Done: trees without boxes for paths \
            and operands, fields whose making is inlined, the item changed in one pass over its bytes. Not done: a template that the generator prepares.
            """)
    package static let engineQuery = Row(
        .engine, "query of 100 items", .millionItemsPerSecond, "a page of 100 items of 1 KB, to records",
        peers: [.dictionary], targets: [.figure(1, stretch: 3)],
        remark: """
            seven tenths of it are the reading of the records: three allocations each for texts and a `Set`, whose making is about a quarter. Done: \
            records of a page read by code that is compiled for their type, short cuts in packed items, no copy of the items.
            """)
    package static let engineTransaction = Row(
        .engine, "transaction of 4 updates", .thousandsPerSecond, "four items at random, a number added to each",
        peers: [.dictionary])

    static let engineRows = [engineGet, enginePut, engineUpdate, engineQuery, engineTransaction]
}

extension Peer {
    package static let dictionary = Peer(
        "Swift Dictionary",
        """
        As many texts as keys with arrays of 1000 bytes as values, without order; put, update and transaction put \
        a new array each time, a query gets 100 values. The machine's yardstick: no engine.
        """
    )
    package static let sortedDict = Peer(
        "sortedcontainers", "`SortedDict` of as many texts and bytes of 1000 in Python; a put is an assignment.")
    package static let redis = Peer(
        "redis",
        """
        `redis-server` on a Unix socket, hashes with one field of 1000 bytes, one request after the other by \
        `redis-py`: processor time of the server alone, by its own count.
        """
    )
}
