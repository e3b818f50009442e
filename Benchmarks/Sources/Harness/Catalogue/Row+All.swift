extension Row {
    /// The whole table, in its order.
    package static let all: [Row] =
        decodeRows + encodeRows + requestRows + engineRows + scaleRows + memoryRows + coreRows + serverRows + clientRows
        + generatedRows + startRows

    /// The rows of an area.
    package static func rows(of area: Area) -> [Row] { all.filter { $0.area == area } }

    /// All peers, each once, in the order of the table.
    package static var peersInOrder: [Peer] {
        var seen: Set<String> = []
        return all.flatMap(\.peers).filter { seen.insert($0.name).inserted }
    }
}
