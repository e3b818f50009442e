extension ItemReader {
    /// Goes to the member with a name, or returns `false` if there is none.
    @inline(__always)
    mutating func findMember(_ name: UnsafeBufferPointer<UInt8>) throws(AttributeError) -> Bool {
        json.isPending = false
        if json.indexedFrom == nil, !json.isAtEnd, nextMemberIs(name) {
            var cursor = value.cursor
            cursor.at = next + name.count + 2
            try cursor.colon()
            value.move(to: cursor)
            json.isPending = true
            json.namesRead |= ItemReader.bit(of: name)
            return true
        }
        return try findMemberInIndex(name)
    }

    /// Whether the text at `next` is the name in quotes.
    @inline(__always)
    private func nextMemberIs(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard value.cursor.end - next >= name.count + 2, next.pointee == UInt8(ascii: "\""),
            next[name.count + 1] == UInt8(ascii: "\"")
        else { return false }
        // A backslash starts an escape in JSON, and is none in the name.
        return equalBytes(UnsafeBufferPointer(start: next + 1, count: name.count), name)
            && !name.contains(UInt8(ascii: "\\"))
    }

    private static func bit(of name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        1 << UInt64((Int(name.first ?? 0) &+ name.count &* 5) & 63)
    }

    @inline(never)
    private mutating func findMemberInIndex(_ name: UnsafeBufferPointer<UInt8>) throws(AttributeError) -> Bool {
        guard let index = value.index else { return false }
        if json.indexedFrom == nil {
            json.indexedFrom = next
            json.base = index.pointee.count
            json.hint = json.base
            if !json.isAtEnd {
                var cursor = value.cursor
                cursor.at = next
                try index.pointee.add(from: &cursor)
                next = cursor.at
                json.isAtEnd = true
            }
        }
        if goToMember(name) { return true }
        // The bit says that it may have been read before; members read in order are not in the index yet.
        guard json.namesRead & ItemReader.bit(of: name) != 0, !json.isFullyIndexed, let limit = json.indexedFrom,
            first < limit
        else { return false }
        var cursor = value.cursor
        cursor.at = first
        try index.pointee.add(from: &cursor, until: limit)
        json.isFullyIndexed = true
        return goToMember(name)
    }

    private mutating func goToMember(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
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
    @usableFromInline
    mutating func leaveMember() throws(AttributeError) {
        var cursor = value.cursor
        cursor.at = try value.end()
        json.isAtEnd = try !cursor.next(UInt8(ascii: "}"))
        json.isPending = false
        next = cursor.at
    }

    /// Skips what was not read.
    mutating func skipMembers() throws(AttributeError) -> UnsafePointer<UInt8> {
        if !json.isAtEnd {
            var cursor = value.cursor
            cursor.at = next
            repeat {
                try cursor.validate(cursor.quotedText())
                try cursor.colon()
                try cursor.skipTypedValue()
            } while try cursor.next(UInt8(ascii: "}"))
            next = cursor.at
            json.isAtEnd = true
        }
        return next
    }

    /// Takes this object's members out of the index.
    mutating func forgetMembers() {
        guard json.indexedFrom != nil, let index = value.index, index.pointee.count > json.base else { return }
        index.pointee.cut(to: json.base)
    }
}
