/// Where the members of objects are, for readers that ask for them in another order.
///
/// One index serves all items of a page, and the nested maps within an item: each uses the part behind its parent's and
/// cuts it off when it is done.
struct MemberIndex: ~Copyable {
    struct Member {
        let name: UnsafePointer<UInt8>
        let nameCount: Int32
        let nameHasEscapes: Bool
        let value: UnsafePointer<UInt8>
    }

    private var base: UnsafeMutablePointer<Member>?
    private var capacity = 0
    private(set) var count = 0
    /// Whether an object was found whose members are not in the order of their names: others will not be either.
    var isAlwaysNeeded = false
    /// Where items are put together in packed form.
    private var packed: [UInt8] = []

    deinit { base?.deallocate() }

    /// Where the value at a position starts.
    @inline(__always)
    func value(at position: Int) -> UnsafePointer<UInt8> {
        self[position].value
    }

    @inline(__always)
    private subscript(position: Int) -> Member {
        guard let base, position < count else { preconditionFailure("no such member") }
        return base[position]
    }

    private mutating func append(_ member: Member) {
        if count == capacity { grow() }
        guard let base else { return }
        (base + count).initialize(to: member)
        count += 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Member>.allocate(capacity: max(64, capacity * 2))
        if let base {
            larger.initialize(from: base, count: count)
            base.deallocate()
        }
        (base, capacity) = (larger, max(64, capacity * 2))
    }

    /// Adds the members of an object from the one that the cursor stands at (its name) to the last one; steps over the end.
    mutating func add(from cursor: inout ByteCursor) throws(AttributeError) {
        repeat {
            if let name = cursor.plainText() {
                try add(name, hasEscapes: false, from: &cursor)
            } else {
                let name = try cursor.quotedText()
                try cursor.validate(name)
                try add(name.bytes, hasEscapes: name.hasEscapes, from: &cursor)
            }
        } while try cursor.next(UInt8(ascii: "}"))
    }

    /// Adds the member that has this name; the cursor stands behind the name, and steps over the value.
    @inline(__always)
    private mutating func add(
        _ name: UnsafeBufferPointer<UInt8>, hasEscapes: Bool, from cursor: inout ByteCursor
    ) throws(AttributeError) {
        try cursor.colon()
        guard let start = name.baseAddress, let count = Int32(exactly: name.count) else {
            throw cursor.malformed("a name of more than two billion bytes")
        }
        append(Member(name: start, nameCount: count, nameHasEscapes: hasEscapes, value: cursor.at))
        try cursor.skipTypedValue()
    }

    /// Reads an object as a packed item, of just the size that it needs; the cursor steps over it.
    mutating func packedItem(from cursor: inout ByteCursor, depth: Int) throws(AttributeError) -> EncodedItem {
        packed.removeAll(keepingCapacity: true)
        try cursor.transcodeMap(into: &packed, depth: depth)
        return EncodedItem(packed: packed.withUnsafeBufferPointer { [UInt8]($0) })
    }

    /// Forgets all but the first `count` members.
    mutating func cut(to count: Int) { self.count = min(count, self.count) }

    /// The position of the member with a name, sought from `hint` on and then from `base`; members below `base` belong to
    /// others.
    @inline(__always)
    func position(of name: UnsafeBufferPointer<UInt8>, from base: Int, hint: Int) -> Int? {
        var position = hint
        while position < count {
            if matches(position, name) { return position }
            position += 1
        }
        position = base
        while position < min(hint, count) {
            if matches(position, name) { return position }
            position += 1
        }
        return nil
    }

    @inline(__always)
    private func matches(_ position: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let member = self[position]
        if member.nameHasEscapes { return MemberIndex.spells(member, name) }
        return equalBytes(UnsafeBufferPointer(start: member.name, count: Int(member.nameCount)), name)
    }

    @inline(never)
    private static func spells(_ member: Member, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeBufferPointer(start: member.name, count: Int(member.nameCount))
        let text = JSONText(bytes: bytes, hasEscapes: true, isASCII: true)
        let matches = try? ByteCursor(bytes).withUTF8(of: text) { utf8 in equalBytes(utf8, name) }
        return matches ?? false
    }
}
