extension Row {
    package static let engineGet = Row(
        .engine, "get", .thousandsPerSecond, "a typed get of an item of 1 KB, at random",
        peers: [.dictionary, .sortedDict, .redis], targets: [.figure(400, stretch: 1000)])
    package static let enginePut = Row(
        .engine, "put", .thousandsPerSecond, "a typed put of an item of 1 KB in the place of another, at random",
        peers: [.dictionary, .sortedDict, .redis], targets: [.figure(250, stretch: 600)])
    package static let engineUpdate = Row(
        .engine, "conditional update", .thousandsPerSecond, "a number added to, another set, if an attribute is true",
        peers: [.dictionary], targets: [.figure(200, stretch: 400)])
    package static let engineQuery = Row(
        .engine, "query of 100 items", .millionItemsPerSecond, "a page of 100 items of 1 KB, to records",
        peers: [.dictionary], targets: [.figure(1, stretch: 3)])
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
