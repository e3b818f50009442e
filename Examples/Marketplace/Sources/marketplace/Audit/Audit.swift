import Entities
import MarketplaceModel

/// Compares everything that is stored with everything else.
///
/// Reads the whole table and all indexes plainly, so that nothing is taken for granted which the marketplace relies on. Nobody may trade
/// meanwhile: the reads are not of one moment.
struct Audit {
    let contents: Contents

    /// - Parameters:
    ///   - opening: how many of each kind there were.
    ///   - tally: what was promised since.
    static func run(on db: Database, opening: [Kind: Int], _ tally: Tally = Tally()) async throws -> AuditReport {
        let contents = try await Contents.read(db)
        let audit = Audit(contents: contents)
        var report = AuditReport(items: contents.count, findings: contents.findings)
        report.findings += audit.promises(opening, tally)
        report.findings += audit.money() + audit.stock() + audit.orders() + audit.bookings()
        report.findings += audit.reviews() + audit.counters() + audit.unread() + audit.history() + audit.regions()
        report.findings += audit.claims()
        for index in Marketplace.table.indexes { report += try await audit.entries(of: index, on: db) }
        return report
    }

    /// Two sides that have to be the same, each by what it is about.
    func compare<Subject: Hashable, Value: Equatable>(
        _ check: Finding.Check, _ what: String, found: [Subject: Value], expected: [Subject: Value]
    ) -> [Finding] {
        Set(found.keys).union(expected.keys).compactMap { subject in
            if found[subject] == expected[subject] { return nil }
            let texts = [found[subject], expected[subject]].map { $0.map { "\($0)" } ?? "missing" }
            return Finding(check, "\(what) \(subject) is \(texts[0]), and should be \(texts[1])")
        }
    }
}

/// What an audit has to say.
struct AuditReport {
    /// How many items were looked at, claims included.
    var items: Int
    /// How many entries of each index.
    var entries: [String: Int] = [:]
    var findings: [Finding]

    static func += (report: inout AuditReport, other: AuditReport) {
        report.items += other.items
        report.entries.merge(other.entries, uniquingKeysWith: +)
        report.findings += other.findings
    }
}
