extension Row {
    /// The row of a kind of request with one format of keys.
    package static func request(_ kind: RequestKind, _ keys: RequestKind.Keys) -> Row {
        let peers: [Peer] = [.nodeByHand, .electroDB, .electroDBBest, .electroDBMedian]
        let targets: [Target] = [
            .times(.electroDB, atLeast: 20, stretch: 50), .times(.electroDBMedian, atLeast: 20, stretch: 50),
        ]
        let does =
            switch kind {
            case .item, .page: "from the bytes of the answer to records"
            case .batch: executing
            default: "from the typed call to the bytes of the body, by `request(on:)` and `body()`"
            }
        return Row(
            .requests, "\(kind.title), \(keys.rawValue)", .microseconds, does, peers: peers,
            targets: kind.hasTarget ? targets : [],
            remark: kind.hasTarget
                ? """
                the published medians come from another machine under load, and its best figures are a third of them. What is left is \
                reference counting: a request is a value that is copied from step to step. Done: plans, schemas and requests as one \
                reference, one buffer, trees without boxes, the changes of a closure merged while they are collected, keys of up to 64 bytes \
                without an allocation. Not done: templates that the generator prepares, which a prototype has shown to be four times as fast, \
                at the price of more generated code.
                """ : "")
    }

    private static let executing =
        "from the typed call to the bytes of the body, in an executor that then reads an empty answer"

    /// The row of a kind of request as it is run.
    package static func executed(_ kind: RequestKind) -> Row {
        Row(
            .requests, "\(kind.title), through an executor", .microseconds, executing, peers: [.nodeByHand, .electroDB])
    }

    static let requestRows =
        RequestKind.allCases.flatMap { kind in RequestKind.Keys.allCases.map { request(kind, $0) } }
        + RequestKind.allCases.filter(\.hasTarget).map { executed($0) }
}

extension Peer {
    package static let nodeByHand = Peer(
        "Node by hand",
        """
        the parameters written out with template strings, and `JSON.stringify`; answers by `JSON.parse`, the \
        attributes picked by hand: the least that any JavaScript can do.
        """
    )
    package static let electroDB = Peer(
        "ElectroDB",
        """
        `params()` and `parse()` of `electrodb`, where npm can be reached. They yield and take JavaScript's \
        objects, and leave values and JSON to the SDK: ours does more.
        """
    )
    package static let electroDBBest = Peer(
        "ElectroDB, published best", published("best") { [$0.electroDB.best] })
    package static let electroDBMedian = Peer(
        "ElectroDB, published medians", published("least and greatest median") { $0.electroDB.medians })

    private init(_ name: String, _ published: (setup: String, figures: [String: [Double]])) {
        self.init(name, published.setup, published: published.figures)
    }

    private static func published(
        _ what: String, _ figures: (RequestKind) -> [Double]
    ) -> (setup: String, figures: [String: [Double]]) {
        let rows = RequestKind.allCases.flatMap { kind in
            RequestKind.Keys.allCases.map { ("requests/\(kind.title), \($0.rawValue)", figures(kind)) }
        }
        return (
            """
            The \(what) of ElectroDB 3.9.3 on Node 20, measured once on another machine of this kind (`params()` \
            and `parse()`, 8 attributes, 2 indexes): the ratio is rough.
            """,
            Dictionary(uniqueKeysWithValues: rows)
        )
    }
}
