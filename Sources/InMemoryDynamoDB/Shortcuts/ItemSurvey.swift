import Entities

/// What has to be known of an item before it is stored, found in one pass over its bytes: its size, its key, and that nothing is wrong
/// with it (see `ItemRules` and `KeyRules`, which find out what is wrong).
struct ItemSurvey {
    /// By DynamoDB's rules.
    let size: Int
    let key: PrimaryKey.Found

    /// `nil` where anything is wrong with the item or its key.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ primaryKey: PrimaryKey) {
        var (cursor, search, size) = (PackedCursor(bytes), PrimaryKey.Search(), 0)
        let start = cursor.at
        _ = cursor.varint()
        while !cursor.isAtEnd {
            let name = cursor.takeCounted()
            guard !name.isEmpty, name.count <= Limits.attributeNameSize,
                primaryKey.look(name, at: cursor, from: start, &search),
                let valueSize = Self.size(takenFrom: &cursor, levels: ValueRules.maximumNesting)
            else { return nil }
            size += name.count + valueSize
        }
        guard size <= Limits.itemSize, let key = primaryKey.found(search), primaryKey.allows(key.view) else {
            return nil
        }
        self.size = size
        self.key = key
    }

    /// The size of the value where the cursor is, which is stepped over; `nil` where something is wrong with it.
    static func size(takenFrom cursor: inout PackedCursor, levels: Int) -> Int? {
        guard levels > 0, let tag = PackedTag(rawValue: cursor.byte()) else { return nil }
        switch tag {
        case .string, .binary: return cursor.takeCounted().count
        case .number: return PackedValue.sizeOfNumber(cursor.takeCounted())
        case .false, .true, .null: return 1
        case .stringSet, .numberSet, .binarySet, .list, .map:
            return size(of: cursor.takeCounted(), tag, levels: levels)
        }
    }

    private static func size(of content: UnsafeBufferPointer<UInt8>, _ tag: PackedTag, levels: Int) -> Int? {
        var (cursor, size) = (PackedCursor(content), 0)
        let count = cursor.varint()
        switch tag {
        case .list, .map: size = 3 + count
        default: if count == 0 { return nil }
        }
        while !cursor.isAtEnd {
            switch tag {
            case .numberSet: size += PackedValue.sizeOfNumber(cursor.takeCounted())
            case .stringSet, .binarySet: size += cursor.takeCounted().count
            case .map:
                let name = cursor.takeCounted()
                if name.isEmpty || name.count > Limits.attributeNameSize { return nil }
                size += name.count
                fallthrough
            default:
                guard let element = self.size(takenFrom: &cursor, levels: levels - 1) else { return nil }
                size += element
            }
        }
        return size
    }
}
