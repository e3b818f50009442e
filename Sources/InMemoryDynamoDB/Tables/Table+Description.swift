import Entities

import struct Foundation.Date

extension Table {
    /// What the service says about a table. The figures are exact and current, not six hours old.
    var description: TableDescription {
        var description = TableDescription(
            tableName: name, status: .active, keys: schema.keys, attributeTypes: schema.attributeTypes,
            creationDate: store.creationDate)
        description.arn = arn
        description.tableID = store.identifier
        locked { contents in
            description.billingMode = contents.settings.billingMode
            description.deletionProtection = contents.settings.deletionProtection
            description.stream = contents.stream?.viewType
            description.streamLabel = contents.latestStream?.label
            description.streamARN = contents.latestStream?.arn
            description.itemCount = contents.itemCount
            description.sizeInBytes = contents.sizeInBytes
            description.indexes = contents.indexes.map { index in
                TableDescription.Index(
                    description: index.schema.description, arn: "\(arn)/index/\(index.schema.name)",
                    status: index.schema.isLocal ? nil : .active, itemCount: index.itemCount,
                    sizeInBytes: index.sizeInBytes)
            }
        }
        return description
    }

    private var arn: String { store.arn }

    /// An identifier in the form of a UUID, the same for the same table made as the same one at the same time.
    static func identifier(of name: String, number: Int, date: Date) -> String {
        let seed = "\(name)/\(number)/\(Int64(date.timeIntervalSince1970 * 1000))"
        let halves = [StableHash.hash(Array(seed.utf8)), StableHash.hash(Array((seed + "/").utf8))]
        var digits = halves.map { half in
            let text = String(half, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        // Version 4, variant 1: so many bits are not free.
        for (place, digit) in [(12, Character("4")), (16, Character("a"))] {
            let index = digits.index(digits.startIndex, offsetBy: place)
            digits.replaceSubrange(index...index, with: [digit])
        }
        for place in [20, 16, 12, 8] { digits.insert("-", at: digits.index(digits.startIndex, offsetBy: place)) }
        return digits
    }
}
