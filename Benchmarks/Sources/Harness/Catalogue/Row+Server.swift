extension Row {
    package static let serverClock = Row(
        .server, "get of 1 KB, by the clock", .thousandsPerSecond,
        """
        GetItem over 16 connections that are kept alive, on loopback, from one thread that does nothing but write \
        and read: requests per second
        """,
        peers: [.bareNIO, .moto, .dynalite],
        targets: [.times(.moto, atLeast: 40), .times(.dynalite, atLeast: 10), .times(.bareNIO, stretch: 0.8)],
        remark: "the load comes from the same two cores, so that by the clock the client's share counts as well.")

    package static let serverCPU = Row(
        .server, "get of 1 KB, by the server's processor time", .thousandsPerSecond,
        "the same requests per second of processor time of the server's process",
        peers: [.bareNIO, .moto], targets: [.times(.moto, atLeast: 40), .times(.bareNIO, stretch: 0.8)],
        remark: """
            what it does more than the bare server: the checks of the service's front with the form of the signature, reading and writing JSON, \
            and the headers of the service, among them a checksum and an identifier.
            """)

    static let serverRows = [serverClock, serverCPU]
}

extension Peer {
    package static let bareNIO = Peer(
        "bare SwiftNIO",
        """
        SwiftNIO's HTTP server as `dynabox` uses it, which answers every request with the same 1 KB, once it has \
        read it.
        """
    )
    package static let moto = Peer("moto", "`moto_server` from PyPI, with the same table and item.")
    package static let dynalite = Peer(
        "dynalite, published",
        "1600 gets per second, measured once with a raw client on another machine of this kind: the ratio is rough.",
        published: ["server/get of 1 KB, by the clock": [1.6]])
}
