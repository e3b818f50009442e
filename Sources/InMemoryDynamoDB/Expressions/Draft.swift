import Entities

/// A value that is being updated: packed bytes, taken apart only along the paths that an update names.
///
/// All that an update does not name is copied as it is, byte for byte.
indirect enum Draft {
    /// Nothing stands here, or nothing any more.
    case absent
    /// All of a packed value.
    case packed([UInt8])
    /// Entries in the order of their names' bytes.
    case map([Entry])
    case list(Elements)

    struct Entry {
        var name: [UInt8]
        var value: Draft
    }

    /// A list's elements by their old indexes, and those that are set beyond its end.
    struct Elements {
        var old: [Draft]
        var added: [(index: Int, value: Draft)] = []
    }

    /// Takes the value apart, so that something inside of it can change.
    mutating func open() {
        guard case .packed(let bytes) = self else { return }
        bytes.withUnsafeBufferPointer { bytes in
            let value = PackedValue(bytes)
            if let map = value.map {
                self = .map(map.map { Entry(name: Array($0.name), value: .packed(Array($0.value.bytes))) })
            } else if let list = value.list {
                self = .list(Elements(old: list.map { .packed(Array($0.bytes)) }))
            }
        }
    }

    /// Changes what stands at a path inside this value.
    ///
    /// The way there must exist; only its last step may be new.
    /// - Throws: an error where the path does not fit the value.
    mutating func change(
        at path: ArraySlice<AttributePath.Element>, _ body: (inout Draft) throws(DynamoDBError) -> Void
    ) throws(DynamoDBError) {
        guard let step = path.first else { return try body(&self) }
        let rest = path.dropFirst()
        open()
        switch (self, step) {
        case (.map(var entries), .name(let name)):
            self = .absent  // so that there is one owner
            defer { self = .map(entries) }
            let name = Array(name.utf8)
            let place = entries.firstIndex { !$0.name.lexicographicallyPrecedes(name) } ?? entries.count
            if place < entries.count, entries[place].name == name {
                try entries[place].value.change(at: rest, body)
            } else if rest.isEmpty {
                var value = Draft.absent
                try body(&value)
                entries.insert(Entry(name: name, value: value), at: place)
            } else {
                throw UpdateEvaluator.invalidPath
            }
        case (.list(var elements), .index(let index)):
            self = .absent
            defer { self = .list(elements) }
            if index < elements.old.count {
                try elements.old[index].change(at: rest, body)
            } else if rest.isEmpty {
                var value = Draft.absent
                try body(&value)
                let place = elements.added.firstIndex { $0.index > index } ?? elements.added.count
                elements.added.insert((index, value), at: place)
            } else {
                throw UpdateEvaluator.invalidPath
            }
        default:
            throw UpdateEvaluator.invalidPath
        }
    }

    /// All of the packed value; `nil` where there is nothing.
    var packed: [UInt8]? {
        var bytes: [UInt8] = []
        return append(to: &bytes) ? bytes : nil
    }

    /// Appends the packed value; `false` where there is nothing.
    private func append(to bytes: inout [UInt8]) -> Bool {
        switch self {
        case .absent: return false
        case .packed(let value): bytes.append(contentsOf: value)
        case .map(let entries):
            var body: [UInt8] = []
            var count = 0
            for entry in entries {
                let start = body.count
                body.appendCounted(entry.name)
                if entry.value.append(to: &body) {
                    count += 1
                } else {
                    body.removeSubrange(start...)
                }
            }
            bytes.appendPacked(.map, count, body)
        case .list(let elements):
            var body: [UInt8] = []
            var count = 0
            for element in elements.old where element.append(to: &body) { count += 1 }
            for added in elements.added where added.value.append(to: &body) { count += 1 }
            bytes.appendPacked(.list, count, body)
        }
        return true
    }
}

extension [UInt8] {
    /// A list, map or set: tag, length, count, elements.
    mutating func appendPacked(_ tag: PackedTag, _ count: Int, _ elements: [UInt8]) {
        var body: [UInt8] = []
        body.reserveCapacity(elements.count + 5)
        body.appendVarint(count)
        body.append(contentsOf: elements)
        appendPacked(tag, body)
    }
}
