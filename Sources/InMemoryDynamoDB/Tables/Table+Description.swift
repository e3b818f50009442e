import Entities

extension Table {
    /// What the service says about a table. The figures are exact and current, not six hours old.
    /// - Parameter isAnswer: whether that is the answer to a change, which tells of the change as going on even where it takes no
    ///   time.
    func description(at now: Date, isAnswer: Bool = false) -> TableDescription {
        locked { contents in description(of: contents, at: now, isAnswer: isAnswer) }
    }

    /// The same for whoever has locked the table.
    func description(of contents: TableContents, at now: Date, isAnswer: Bool) -> TableDescription {
        if !isAnswer { contents.finishTransitions(by: now) }
        let status = contents.transition?.status ?? .active
        var description = TableDescription(
            tableName: name, status: status, keys: schema.keys, attributeTypes: schema.attributeTypes,
            creationDate: store.creationDate)
        description.arn = store.arn
        description.tableID = store.identifier
        description.itemCount = contents.itemCount
        description.sizeInBytes = contents.sizeInBytes
        contents.settings.describe(in: &description, at: now, isAnswer: isAnswer)
        description.stream = contents.stream?.viewType
        // A stream that is off keeps its name.
        description.streamLabel = contents.latestStream?.label
        description.streamARN = contents.latestStream?.arn
        description.indexes = (contents.indexes + contents.leaving).map { index in
            var description = TableDescription.Index(
                description: index.schema.description, arn: "\(store.arn)/index/\(index.schema.name)",
                itemCount: index.itemCount, sizeInBytes: index.sizeInBytes)
            guard !index.schema.isLocal else { return description }
            description.status = status == .creating ? .creating : index.transition?.status ?? .active
            if let start = index.transition?.backfillsFrom { description.isBackfilling = start < now }
            index.settings.describe(in: &description, at: now, isAnswer: isAnswer)
            return description
        }
        return description
    }

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
