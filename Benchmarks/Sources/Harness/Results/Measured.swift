/// What an area's rows came to.
package struct Measured: Sendable {
    package var rows: [RowResult]
    /// Of the peers that took part.
    package var versions: [String: String]

    package init(rows: [RowResult] = [], versions: [String: String] = [:]) {
        self.rows = rows
        self.versions = versions
    }

    package init(rows: [RowResult], workers: Worker...) {
        self.init(rows: rows)
        for worker in workers { versions.merge(worker.versions) { $1 } }
    }

    package mutating func add(_ other: Measured) {
        rows += other.rows
        versions.merge(other.versions) { $1 }
    }
}
