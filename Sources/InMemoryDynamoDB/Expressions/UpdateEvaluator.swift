import Entities

/// Carries out an update on a packed item.
///
/// Every action sees the item as it was. Attributes that no action names are copied as they are.
struct UpdateEvaluator {
    private let update: UpdateExpression
    private let item: EncodedItem

    /// - Parameter item: the item as it is, or only its key where it is to be made.
    init(_ update: UpdateExpression, on item: EncodedItem) {
        self.update = update
        self.item = item
    }

    static let invalidPath = DynamoDBError(
        .validation, "The document path provided in the update expression is invalid for update")
    private static let missingAttribute = DynamoDBError(
        .validation, "The provided expression refers to an attribute that does not exist in the item")
    static let wrongType = DynamoDBError(
        .validation, "An operand in the update expression has an incorrect data type")

    /// The item after the update.
    /// - Throws: a validation error where the update does not fit the item; nothing has happened then.
    func evaluate() throws(DynamoDBError) -> EncodedItem {
        var drafts: [[UInt8]: Draft] = [:]
        for action in update.set {
            let value = try self.value(of: action.value)
            try change(action.path, &drafts) { draft in draft = .packed(value) }
        }
        for path in update.remove {
            try change(path, &drafts) { draft in draft = .absent }
        }
        for action in update.add {
            let value = try packed(action.value)
            try change(action.path, &drafts) { draft throws(DynamoDBError) in try Self.add(value, to: &draft) }
        }
        for action in update.delete {
            let value = try packed(action.value)
            try change(action.path, &drafts) { draft throws(DynamoDBError) in try Self.delete(value, from: &draft) }
        }
        return merge(drafts)
    }

    /// Changes what stands at a path, taking the attribute into the drafts first.
    private func change(
        _ path: AttributePath, _ drafts: inout [[UInt8]: Draft],
        _ body: (inout Draft) throws(DynamoDBError) -> Void
    ) throws(DynamoDBError) {
        let name = Array(path.attributeName.utf8)
        var draft = drafts.removeValue(forKey: name) ?? current(name)
        try draft.change(at: path.rest[...], body)
        drafts[name] = draft
    }

    private func current(_ name: [UInt8]) -> Draft {
        item.withPacked { map in
            name.withUnsafeBufferPointer { name in map[name].map { .packed(Array($0.bytes)) } ?? .absent }
        }
    }

    /// The item with the drafts in the place of its attributes.
    private func merge(_ drafts: [[UInt8]: Draft]) -> EncodedItem {
        var changes = drafts.map { (name: $0.key, value: $0.value.packed) }
            .sorted { $0.name.lexicographicallyPrecedes($1.name) }[...]
        return item.withPacked { map in
            var entries: [UInt8] = []
            entries.reserveCapacity(item.bytes.count + 64)
            var count = 0
            func append(_ name: some Collection<UInt8>, _ value: some Collection<UInt8>) {
                entries.appendCounted(name)
                entries.append(contentsOf: value)
                count += 1
            }
            for entry in map {
                var isReplaced = false
                while let change = changes.first {
                    let order = change.name.withUnsafeBufferPointer { byteOrder($0, entry.name) }
                    if order > 0 { break }
                    changes.removeFirst()
                    if let value = change.value { append(change.name, value) }
                    if order == 0 {
                        isReplaced = true
                        break
                    }
                }
                if !isReplaced { append(entry.name, entry.value.bytes) }
            }
            for change in changes {
                if let value = change.value { append(change.name, value) }
            }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(entries.count + 2)
            bytes.appendVarint(count)
            bytes.append(contentsOf: entries)
            return EncodedItem(packed: bytes)
        }
    }

    // MARK: Values

    private func packed(_ operand: Operand) throws(DynamoDBError) -> [UInt8] {
        switch operand {
        case .value(let value): return EncodedItem.packed(value)
        case .path(let path):
            let found = item.withPacked { map in map[path].map { Array($0.bytes) } }
            guard let found else { throw Self.missingAttribute }
            return found
        case .size, .invalid: throw Self.wrongType
        }
    }

    private func value(of value: SetValue) throws(DynamoDBError) -> [UInt8] {
        switch value {
        case .operand(let operand): return try packed(operand)
        case .ifNotExists(let path, let fallback):
            let found = item.withPacked { map in map[path].map { Array($0.bytes) } }
            if let found { return found }
            return try self.value(of: fallback)
        case .listAppend(let first, let second):
            return try Self.append(try self.value(of: first), try self.value(of: second))
        case .plus(let left, let right):
            return try Self.calculate(try self.value(of: left), try self.value(of: right), Number.adding)
        case .minus(let left, let right):
            return try Self.calculate(try self.value(of: left), try self.value(of: right), Number.subtracting)
        }
    }

    private static func append(_ first: [UInt8], _ second: [UInt8]) throws(DynamoDBError) -> [UInt8] {
        var elements: [UInt8] = []
        var count = 0
        for bytes in [first, second] {
            let isList = bytes.withUnsafeBufferPointer { bytes in
                guard let list = PackedValue(bytes).list else { return false }
                for element in list { elements.append(contentsOf: element.bytes) }
                count += list.count
                return true
            }
            guard isList else { throw wrongType }
        }
        var bytes: [UInt8] = []
        bytes.appendPacked(.list, count, elements)
        return bytes
    }

    private static func calculate(
        _ left: [UInt8], _ right: [UInt8], _ operation: (Number, Number) throws(NumberError) -> Number
    ) throws(DynamoDBError) -> [UInt8] {
        guard let left = number(left), let right = number(right) else { throw wrongType }
        do throws(NumberError) {
            var bytes: [UInt8] = []
            bytes.appendPacked(try operation(left, right))
            return bytes
        } catch {
            // What needs more digits than there are is called an overflow, too.
            let error = error.code == .tooManyDigits ? NumberError(.overflow, text: error.text) : error
            throw DynamoDBError(.validation, error.message)
        }
    }

    private static func number(_ bytes: [UInt8]) -> Number? {
        bytes.withUnsafeBufferPointer { PackedValue($0).number }
    }

    // MARK: ADD and DELETE

    private static func add(_ value: [UInt8], to draft: inout Draft) throws(DynamoDBError) {
        guard let current = draft.packed else {
            draft = .packed(value)
            return
        }
        if number(value) != nil {
            draft = .packed(try calculate(current, value, Number.adding))
            return
        }
        let sum = current.withUnsafeBufferPointer { current in
            value.withUnsafeBufferPointer { PackedSets.union(PackedValue(current), PackedValue($0)) }
        }
        guard let sum else { throw wrongType }
        draft = .packed(sum)
    }

    private static func delete(_ value: [UInt8], from draft: inout Draft) throws(DynamoDBError) {
        guard let current = draft.packed else { return }
        let rest = current.withUnsafeBufferPointer { current in
            value.withUnsafeBufferPointer { PackedSets.difference(PackedValue(current), PackedValue($0)) }
        }
        guard let rest else { throw wrongType }
        // There are no empty sets: the attribute disappears.
        draft = rest.isEmpty ? .absent : .packed(rest)
    }
}
