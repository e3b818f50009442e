import Entities
import Testing

/// Compares the index keys that are stored with those of the records that they stand for.
struct IndexKeyAudit<E: Entity> where E.TenantScope == NoTenancy {
    private let names: [String]
    private let leftAlone: @Sendable (E, String) -> Bool

    init(leavingAlone leftAlone: @escaping @Sendable (E, String) -> Bool) {
        let table = E.schema.table
        names = ([table.keys] + table.indexes.map(\.keys)).flatMap { $0.partition + $0.sort }
        self.leftAlone = leftAlone
    }

    /// The records of a table, whose keys are as a put would write them now.
    ///
    /// An item that an update created without all that a record needs has no such keys, and is left out.
    func records(in db: Database, after label: String) async throws -> [E] {
        var records: [E] = []
        for item in try await E.scan().items.all(on: db) {
            guard let record = try? item.decode(as: E.self) else { continue }
            let fresh = try EncodedItem(record)
            for name in names where item[name] != fresh[name] {
                // What is left alone may be missing, but is never another text.
                if leftAlone(record, name), item[name] == nil || fresh[name] == nil { continue }
                let (stored, right) = (text(of: item[name]), text(of: fresh[name]))
                Issue.record("\(label): \(name) is \(stored), and not \(right), in \(item)")
            }
            records.append(record)
        }
        return records
    }

    private func text(of value: AttributeValue?) -> String { value.map { "\($0)" } ?? "absent" }
}
