import Entities
import MarketplaceModel

extension Audit {
    /// An index holds what the items say: all that have its key attributes, each as it is, and nothing else.
    func entries(of index: IndexDescription, on db: Database) async throws -> AuditReport {
        let expected = contents.indexes[index.name] ?? IndexContents()
        let name = index.name
        let keys = index.keys
        var report = try await PlainScan(db: db, index: name).reduce(
            AuditReport(items: 0, findings: []),
            { report, item in
                report.entries[name, default: 0] += 1
                guard let texts = item.texts(of: keys), expected.holds(texts, item) else {
                    report.findings.append(Finding(.indexes, "\(name) has \(item), which is not stored so"))
                    return
                }
            }, combining: { $0 += $1 })
        let found = report.entries[name, default: 0]
        if report.findings.isEmpty, found != expected.count {
            report.findings.append(Finding(.indexes, "\(name) has \(found) entries, and should have \(expected.count)"))
        }
        return report
    }
}
