import Entities

/// An update of the kind that most are: each action gives one attribute a value, adds a number to it, or removes it.
///
/// It is carried out on an item's bytes in one pass: what no action names is copied as it is, in stretches. Whatever could be refused makes
/// it `nil`, and is left to `UpdateEvaluator`, which knows why.
struct PlainUpdate {
    private enum Action {
        /// A packed value.
        case set([UInt8])
        case setIfAbsent([UInt8])
        case remove
        /// Where there is nothing, ADD sets the number, and `SET a = a + 1` is refused.
        case add(Number, orSets: Bool)
    }

    private struct Change {
        let name: String
        let action: Action
        // What there is of the attribute in an item: offsets, equal where it is absent.
        var start = 0
        var end = 0
        /// What comes in its place: the entry, nothing where it is removed.
        var entry: [UInt8] = []
        /// By how much the item's size changes.
        var growth = 0
    }

    private var changes: [Change] = []
    /// What the service adds to the size of an item that is updated, for the limit.
    private(set) var actionSize = 3

    /// - Parameter isFixed: whether an attribute must not be changed by an update that is taken for a plain one.
    init?(_ update: UpdateExpression, isFixed: (String) -> Bool) {
        guard update.delete.isEmpty, update.set.count + update.remove.count + update.add.count <= 24 else { return nil }
        changes.reserveCapacity(update.set.count + update.remove.count + update.add.count)
        for action in update.set {
            guard let change = Self.action(action.value, on: action.path), add(action.path, change, isFixed) else {
                return nil
            }
            actionSize += 19
        }
        for path in update.remove {
            guard add(path, .remove, isFixed) else { return nil }
            actionSize += 2
        }
        for action in update.add {
            guard case .value(.number(let number)) = action.value,
                add(action.path, .add(number, orSets: true), isFixed)
            else { return nil }
            actionSize += 19
        }
    }

    /// Whether there is anything but removals, so that an item is made where there is none.
    var makesItem: Bool {
        changes.isEmpty || !changes.allSatisfy { if case .remove = $0.action { true } else { false } }
    }

    /// Puts the change in its place in the order of names, unless the attribute has one already.
    private mutating func add(_ path: AttributePath, _ action: Action, _ isFixed: (String) -> Bool) -> Bool {
        guard path.isTopLevel else { return false }
        let name = path.attributeName
        guard !name.isEmpty, name.utf8.count <= Limits.attributeNameSize, !isFixed(name) else { return false }
        var place = changes.count
        while place > 0 {
            let other = changes[place - 1].name
            if other == name { return false }
            if other.utf8.lexicographicallyPrecedes(name.utf8) { break }
            place -= 1
        }
        changes.insert(Change(name: name, action: action), at: place)
        return true
    }

    private static func action(_ value: SetValue, on path: AttributePath) -> Action? {
        switch value {
        case .operand(.value(let value)): return packed(value).map { .set($0) }
        case .ifNotExists(path, .operand(.value(let value))): return packed(value).map { .setIfAbsent($0) }
        case .plus(.operand(.path(path)), .operand(.value(.number(let number)))):
            return .add(number, orSets: false)
        default: return nil
        }
    }

    /// The bytes of a value that nothing is wrong with.
    private static func packed(_ value: AttributeValue) -> [UInt8]? {
        let bytes: [UInt8]
        switch value {
        case .string(let text):
            var string: [UInt8] = []
            string.reserveCapacity(text.utf8.count + 4)
            string.appendPacked(.string, text.utf8)
            return string
        case .number(let number):
            var packed: [UInt8] = []
            packed.reserveCapacity(23)
            packed.appendPacked(number)
            return packed
        case .bool(let value): return [(value ? PackedTag.true : PackedTag.false).rawValue]
        default: bytes = EncodedItem.packed(value)
        }
        let isRight = bytes.withUnsafeBufferPointer { bytes in
            var cursor = PackedCursor(bytes)
            return ItemSurvey.size(takenFrom: &cursor, levels: ValueRules.maximumNesting) != nil
        }
        return isRight ? bytes : nil
    }

    // MARK: On an item

    /// An item after an update.
    struct Result {
        let item: EncodedItem
        let size: Int
        let places: KeyPlaces
    }

    /// Carries the update out; called once.
    /// - Parameters:
    ///   - size: of the item.
    ///   - places: of its key, which no change touches.
    /// - Returns: `nil` where it does not fit the item, or may make that too large.
    mutating func apply(to bytes: UnsafeBufferPointer<UInt8>, size: Int, places: KeyPlaces) -> Result? {
        var cursor = PackedCursor(bytes)
        let start = cursor.at
        var count = cursor.varint()
        let first = cursor.at - start
        var (newSize, capacity) = (size, bytes.count + 2)
        for index in changes.indices {
            guard Self.locate(&changes[index], &cursor, start) else { return nil }
            newSize += changes[index].growth
            capacity += changes[index].entry.count
            if !changes[index].entry.isEmpty { count += 1 }
            if changes[index].end > changes[index].start { count -= 1 }
        }
        guard newSize + actionSize <= Limits.itemSize else { return nil }

        var packed: [UInt8] = []
        packed.reserveCapacity(capacity)
        packed.appendVarint(count)
        var (copied, newPlaces) = (first, KeyPlaces())
        /// Copies up to an offset, and finds the key again where that comes over.
        func copy(to end: Int) {
            let shift = packed.count - copied
            if copied..<end ~= Int(places.partition) { newPlaces.partition = UInt32(Int(places.partition) + shift) }
            if copied..<end ~= Int(places.sort) { newPlaces.sort = UInt32(Int(places.sort) + shift) }
            packed.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<end]))
        }
        for change in changes {
            copy(to: change.start)
            packed.append(contentsOf: change.entry)
            copied = change.end
        }
        copy(to: bytes.count)
        return Result(item: EncodedItem(packed: packed), size: newSize, places: newPlaces)
    }

    /// Finds where a change takes place, from where the one before it did, and what comes there.
    private static func locate(
        _ change: inout Change, _ cursor: inout PackedCursor, _ start: UnsafePointer<UInt8>
    ) -> Bool {
        var name = change.name
        return name.withUTF8 { name in
            var old: PackedValue?
            var entry = cursor
            while !cursor.isAtEnd {
                entry = cursor
                let order = byteOrder(entry.takeCounted(), name)
                if order > 0 { break }
                if order == 0 { old = PackedValue(startingAt: entry) }
                if order == 0 { break }
                entry.skipValue()
                cursor = entry
            }
            change.start = cursor.at - start
            if let old {
                // On to behind it.
                cursor = entry
                cursor.skipValue()
                change.growth = -name.count - old.sizeInBytes
            }
            change.end = cursor.at - start
            switch change.action {
            case .remove: return true
            case .set(let value): put(value, name, &change)
            case .setIfAbsent(let value):
                if let old { put(Array(old.bytes), name, &change) } else { put(value, name, &change) }
            case .add(let number, let orSets):
                guard let sum = sum(old, number, orSets) else { return false }
                put(sum, name, &change)
            }
            return true
        }
    }

    private static func put(_ value: [UInt8], _ name: UnsafeBufferPointer<UInt8>, _ change: inout Change) {
        change.entry.reserveCapacity(value.count + name.count + 3)
        change.entry.appendCounted(name)
        change.entry.append(contentsOf: value)
        change.growth += name.count + value.withUnsafeBufferPointer { PackedValue($0).sizeInBytes }
    }

    /// The packed sum; `nil` where there is none.
    private static func sum(_ old: PackedValue?, _ number: Number, _ orSets: Bool) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(23)
        guard let old else {
            guard orSets else { return nil }
            bytes.appendPacked(number)
            return bytes
        }
        guard let current = old.number, let sum = try? Number.adding(current, number) else { return nil }
        bytes.appendPacked(sum)
        return bytes
    }
}
