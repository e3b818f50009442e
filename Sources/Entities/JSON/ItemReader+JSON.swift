// The members of JSON may come in any order, and each is to be read once only.
//
// As long as they ascend in the byte order of their names (as everything of ours writes them, and as they are asked for),
// an item is read in one pass: what is below the name asked for is skipped, and the name is taken for absent where one above
// it comes. Where a member turns out to break the order, all of them are put into an index first; if something was taken for
// absent by then, what was read of the item does not count, and it is read again.
extension ItemReader {
    /// Goes to the member with a name, or returns `false` if there is none.
    @inline(__always)
    mutating func findMember(_ name: UnsafeBufferPointer<UInt8>) throws(AttributeError) -> Bool {
        json.isPending = false
        if json.isIndexed { return findInIndex(name) }
        while let next = nextName, isAscending(next) {
            if equalBytes(next, name) {
                json.last = next
                json.isPending = true
                var cursor = value.cursor
                cursor.at = self.next + next.count + 3
                cursor.skipWhitespace()
                value.move(to: cursor)
                return true
            }
            if byteOrder(next, name) > 0 {
                guard isAscending(name) else { break }
                json.hasPresumed = true
                return false
            }
            try pass(next)
        }
        return try findAhead(name)
    }

    /// Passes over the next member, whose name this is.
    @inline(__always)
    private mutating func pass(_ name: UnsafeBufferPointer<UInt8>) throws(AttributeError) {
        var cursor = value.cursor
        cursor.at = next + name.count + 3
        cursor.skipWhitespace()
        try cursor.skipTypedValue()
        json.isAtEnd = try !cursor.next(UInt8(ascii: "}"))
        json.last = name
        next = cursor.at
    }

    /// The name of the next member, if it is short, ASCII without escapes, and stands before a colon.
    @inline(__always)
    private var nextName: UnsafeBufferPointer<UInt8>? {
        // A quote, a block, a quote, a colon.
        guard !json.isAtEnd, value.cursor.end - next >= 19, next.pointee == UInt8(ascii: "\"") else { return nil }
        var letters = next + 1
        var special = PlainBlock(letters)
        if special.isEmpty, value.cursor.end - letters >= 34 {
            letters += 16
            special = PlainBlock(letters)
        }
        guard !special.isEmpty else { return nil }
        let behind = letters + special.count
        guard behind[0] == UInt8(ascii: "\""), behind[1] == UInt8(ascii: ":") else { return nil }
        return UnsafeBufferPointer(start: next + 1, count: behind - (next + 1))
    }

    /// Behind the colon of the next member, if that has this name, as it is, and is in order.
    ///
    /// Where that is follows from the name that is asked for, not from what is there: the processor need not wait for it.
    @inline(__always)
    func startOfNext(_ name: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8>? {
        let count = name.count
        // A quote, the name, a quote, a colon; and a word from any of its letters on.
        guard !json.isAtEnd, value.cursor.end - next >= count + 11 else { return nil }
        let letters = UnsafeRawPointer(next + 1)
        guard next.pointee == UInt8(ascii: "\""),
            UInt16(littleEndian: letters.loadUnaligned(fromByteOffset: count, as: UInt16.self)) == 0x3A22
        else { return nil }
        let text = UnsafeBufferPointer(start: next + 1, count: count)
        guard equalBytes(text, name), isAscending(text) else { return nil }
        // A backslash starts an escape in JSON, and is none in the name.
        var backslashes: UInt64 = 0
        for offset in stride(from: 0, to: count, by: 8) {
            let word = letters.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ 0x5C5C_5C5C_5C5C_5C5C
            backslashes |= (word &- 0x0101_0101_0101_0101) & ~word
        }
        guard backslashes & JSONBlock.highBits == 0 else { return nil }
        return next + count + 3
    }

    /// Whether a name is above that of the last member which was passed over.
    @inline(__always)
    private func isAscending(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = name.first, let last = json.last.first else { return json.last.baseAddress == nil }
        return last < first || last == first && byteOrder(json.last, name) < 0
    }

    /// The long way, for names in any form: goes forward to the member with a name, passes over those below it, and stops at
    /// one above it. Where the order does not tell whether there is such a member, it is sought in the index.
    @inline(never)
    private mutating func findAhead(_ name: UnsafeBufferPointer<UInt8>) throws(AttributeError) -> Bool {
        while !json.isAtEnd {
            var cursor = value.cursor
            cursor.at = next
            let text = try cursor.quotedText()
            try cursor.validate(text)
            guard !text.hasEscapes, isAscending(text.bytes) else {
                value.index?.pointee.isAlwaysNeeded = true
                try giveUpOrder()
                return findInIndex(name)
            }
            let order = byteOrder(text.bytes, name)
            if order > 0 { break }
            try cursor.colon()
            json.last = text.bytes
            if order == 0 {
                value.move(to: cursor)
                json.isPending = true
                return true
            }
            try cursor.skipTypedValue()
            json.isAtEnd = try !cursor.next(UInt8(ascii: "}"))
            next = cursor.at
        }
        if isAscending(name) {
            if !json.isAtEnd { json.hasPresumed = true }
            return false
        }
        try giveUpOrder()
        return findInIndex(name)
    }

    /// Puts the members into the index; if something was taken for absent, for the next attempt.
    private mutating func giveUpOrder() throws(AttributeError) {
        if json.hasPresumed { json.mustRestart = true }
        try indexMembers()
    }

    /// Puts all members into the index.
    mutating func indexMembers() throws(AttributeError) {
        guard !json.isIndexed, let index = value.index else { return }
        json.isIndexed = true
        json.base = index.pointee.count
        json.hint = json.base
        var cursor = value.cursor
        cursor.at = body
        if try cursor.enter(UInt8(ascii: "{"), UInt8(ascii: "}")) { try index.pointee.add(from: &cursor) }
        next = cursor.at
        json.isAtEnd = true
    }

    private mutating func findInIndex(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let index = value.index,
            let position = index.pointee.position(of: name, from: json.base, hint: json.hint)
        else { return false }
        json.hint = position + 1
        var cursor = value.cursor
        cursor.at = index.pointee.value(at: position)
        value.move(to: cursor)
        return true
    }

    /// Steps from the value that was read in order to the next member.
    @inline(__always)
    mutating func leaveMember() throws(AttributeError) {
        var cursor = value.cursor
        cursor.at = try value.end()
        json.isAtEnd = try !cursor.next(UInt8(ascii: "}"))
        json.isPending = false
        next = cursor.at
    }

    /// Skips what was not read. Where something was taken for absent, what comes has to be in order.
    mutating func skipMembers() throws(AttributeError) {
        while !json.isAtEnd {
            var cursor = value.cursor
            cursor.at = next
            let name = try cursor.quotedText()
            try cursor.validate(name)
            if json.hasPresumed {
                guard !name.hasEscapes, isAscending(name.bytes) else {
                    value.index?.pointee.isAlwaysNeeded = true
                    try giveUpOrder()
                    break
                }
                json.last = name.bytes
            }
            try cursor.colon()
            try cursor.skipTypedValue()
            json.isAtEnd = try !cursor.next(UInt8(ascii: "}"))
            next = cursor.at
        }
    }

    /// Goes back to the start, with all members in the index; for a second attempt.
    @usableFromInline
    mutating func restart() throws(AttributeError) {
        value.index?.pointee.isAlwaysNeeded = true
        try indexMembers()
        json.hasPresumed = false
        json.mustRestart = false
        json.isPending = false
    }

    /// Takes this object's members out of the index.
    @usableFromInline
    mutating func forgetMembers() {
        guard json.isIndexed, let index = value.index else { return }
        index.pointee.cut(to: json.base)
    }
}
