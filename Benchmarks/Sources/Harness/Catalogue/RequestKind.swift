/// The requests that are made, and the answers that are parsed.
package enum RequestKind: String, CaseIterable, Sendable {
    case get, query, partition, update, patch, put, upsert, collection, batch, item, page

    package var title: String {
        switch self {
        case .get: "get"
        case .query: "query: range and filter"
        case .partition: "query: partition"
        case .update: "update of three clauses"
        case .patch: "patch that rebuilds an index key"
        case .put: "put"
        case .upsert: "upsert"
        case .collection: "collection"
        case .batch: "batchGet of 100"
        case .item: "parse one item"
        case .page: "parse a page of 100"
        }
    }

    /// Whether the target names it.
    var hasTarget: Bool {
        switch self {
        case .get, .query, .update, .put: true
        default: false
        }
    }

    /// ElectroDB 3.9.3 on Node 20, µs per call: the best, and the range of medians. Measured once, on another machine of this kind.
    var electroDB: (best: Double, medians: [Double]) {
        switch self {
        case .get: (9.2, [23, 30])
        case .query: (26, [64, 140])
        case .partition: (15, [26, 60])
        case .update: (30, [72, 104])
        case .patch: (32, [62, 122])
        case .put: (26, [63, 103])
        case .upsert: (53, [123, 184])
        case .collection: (59, [150, 188])
        case .batch: (1700, [3160, 4950])
        case .item: (4.0, [6.6, 9.0])
        case .page: (409, [642, 941])
        }
    }

    /// Whose keys the items have.
    package enum Keys: String, CaseIterable, Sendable {
        case native = "own keys"
        case electroDB = "ElectroDB's keys"
    }
}
