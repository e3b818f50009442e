extension Row {
    /// How many requests are under way at once.
    package static let clientConcurrencies = [1, 8, 32]

    package static func client(_ concurrency: Int) -> Row {
        Row(
            .client, "GetItem on NIOTransport, \(concurrency) at once", .microseconds,
            """
            whole operations against a server that always gives the same answer of 1 KB: processor time of the \
            client per request
            """,
            peers: [.nioAlone, .nodeHTTP, .boto3Client])
    }

    package static func clientBeyond(_ concurrency: Int) -> Row {
        Row(
            .client, "beyond NIOTransport, \(concurrency) at once", .microseconds,
            """
            what such an operation costs more than the transport alone, in the same round: writing, signing, the \
            checksum, reading
            """,
            peers: [.nioAlone], targets: [.figure(10, stretch: 5)],
            remark: """
                where nothing is sent, writing, signing, the bookkeeping of attempts and reading take what the row "GetItem, answered at once" says. \
                What is more here comes with the threads of the transport and of the tasks, which take turns. \
                Done: SHA-256 and CRC-32 by the processor's instructions, texts to sign without copies.
                """)
    }

    package static let clientAlone = Row(
        .client, "GetItem, answered at once", .microseconds,
        "the same operation on a transport that has the server's answer at hand: what the executor takes by itself",
        peers: [], targets: [.figure(10, stretch: 5)],
        remark: """
            two fifths are the signature, a fifth reading the answer, a tenth writing the request. Done: SHA-256 and CRC-32 by the processor's \
            instructions, the texts to sign in one buffer each. It is reached in the machine's fast state.
            """)

    package static let clientOnURLSession = Row(
        .client, "GetItem on URLSession, 8 at once", .microseconds, "the same on the transport that needs no package",
        peers: [.urlSessionAlone, .nodeHTTP, .boto3Client])

    static let clientRows =
        clientConcurrencies.flatMap { [client($0), clientBeyond($0)] } + [clientAlone, clientOnURLSession]
}

extension Peer {
    package static let nioAlone = Peer(
        "NIOTransport alone", "The same bytes sent again and again, the answer not looked at.")
    package static let urlSessionAlone = Peer(
        "URLSession alone", "The same bytes sent again and again, the answer not looked at.")
    package static let nodeHTTP = Peer(
        "Node http", "Node's own client with a keep-alive agent, and `JSON.parse`: no signature, no record.")
    package static let boto3Client = Peer("boto3", "`Table.get_item`, a thread for each request that is under way.")
}
