import Entities

/// One line of the table: something that is done again and again, with values that differ from time to time.
struct Work: Sendable {
    let kind: Kind
    /// Does it once.
    let once: @Sendable (_ number: Int, _ db: Database) async throws -> Void

    init(_ kind: Kind, _ once: @escaping @Sendable (Int, Database) async throws -> Void) {
        self.kind = kind
        self.once = once
    }

    /// What is measured, in the order of the table.
    enum Kind: String, CaseIterable {
        case get, query, partition, update, patch, put, upsert, collection, batch, item, page

        var title: String {
            switch self {
            case .get: "get"
            case .query: "query: range and filter"
            case .partition: "query: partition"
            case .update: "update: set and add"
            case .patch: "patch that rebuilds an index key"
            case .put: "put"
            case .upsert: "upsert"
            case .collection: "collection"
            case .batch: "batchGet of 100"
            case .item: "parse one item"
            case .page: "parse a page of 100"
            }
        }

        /// How often it is done in a round: about a tenth of a second.
        var repetitions: Int {
            switch self {
            case .batch, .page: 500
            default: 20_000
            }
        }

        /// ElectroDB 3.9.3 on Node 20, µs per call: the best, and the range of medians. Measured once, on another machine of this kind.
        var electroDB: (best: Double, medians: ClosedRange<Double>) {
            switch self {
            case .get: (9.2, 23...30)
            case .query: (26, 64...140)
            case .partition: (15, 26...60)
            case .update: (30, 72...104)
            case .patch: (32, 62...122)
            case .put: (26, 63...103)
            case .upsert: (53, 123...184)
            case .collection: (59, 150...188)
            case .batch: (1700, 3160...4950)
            case .item: (4.0, 6.6...9.0)
            case .page: (409, 642...941)
            }
        }
    }
}
