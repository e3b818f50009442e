/// Where the members of objects are, for readers that ask for them in another order.
///
/// One index serves all items of a page, and the nested maps within an item: each uses the part behind its parent's and
/// cuts it off when it is done.
struct MemberIndex {
    struct Member {
        let name: UnsafeBufferPointer<UInt8>
        let nameHasEscapes: Bool
        let value: UnsafePointer<UInt8>
    }

    private(set) var members: [Member] = []

    var count: Int { members.count }

    /// Adds the members of an object from the one that the cursor stands at (its name) up to `limit`, or up to the
    /// object's end and then the cursor steps over that.
    mutating func add(
        from cursor: inout ByteCursor, until limit: UnsafePointer<UInt8>? = nil
    ) throws(AttributeError) {
        while true {
            let name = try cursor.quotedText()
            try cursor.validate(name)
            try cursor.colon()
            members.append(Member(name: name.bytes, nameHasEscapes: name.hasEscapes, value: cursor.at))
            try cursor.skipValue()
            guard try cursor.next(UInt8(ascii: "}")) else { return }
            if let limit, cursor.at >= limit { return }
        }
    }

    mutating func cut(to count: Int) { members.removeSubrange(count...) }

    /// The position of the member with a name, sought from `hint` on and then from `base`; members below `base` belong to
    /// others.
    func position(of name: UnsafeBufferPointer<UInt8>, from base: Int, hint: Int) -> Int? {
        members.withUnsafeBufferPointer { members in
            for position in hint..<members.count where MemberIndex.matches(members[position], name) { return position }
            for position in base..<min(hint, members.count) where MemberIndex.matches(members[position], name) {
                return position
            }
            return nil
        }
    }

    @inline(__always)
    private static func matches(_ member: Member, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        if member.nameHasEscapes { return spells(member, name) }
        return equalBytes(member.name, name)
    }

    @inline(never)
    private static func spells(_ member: Member, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let cursor = ByteCursor(member.name)
        let text = JSONText(bytes: member.name, hasEscapes: true, isASCII: true)
        let matches = try? cursor.withUTF8(of: text) { utf8 in equalBytes(utf8, name) }
        return matches ?? false
    }
}
