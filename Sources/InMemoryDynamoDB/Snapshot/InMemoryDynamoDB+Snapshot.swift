/// Keeping an engine while no program runs it.
extension InMemoryDynamoDB {
    /// Writes everything that the engine holds: tables, their settings and tags, their items.
    ///
    /// All of one moment, transactions included: writes wait while references to all items are taken, about 10 ms for a million, and not
    /// while they are written. What lives on a clock is left out: records of streams and client request tokens.
    /// - Parameter write: takes the next part, about a megabyte at a time.
    /// - Throws: what `write` throws.
    public func writeSnapshot(_ write: (_ part: [UInt8]) throws -> Void) throws {
        try withoutActuallyEscaping(write) { write in try engine.write(to: SnapshotWriter(write)) }
    }

    /// A snapshot in one piece.
    public func snapshot() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try writeSnapshot { bytes += $0 }
        return bytes
    }

    /// Takes over all that a snapshot holds. For an engine without tables, and before it is used.
    /// - Parameter read: yields the next bytes of the snapshot, fewer than asked for only at its end.
    /// - Throws: `SnapshotError` if it is no snapshot, or damaged, or the engine has tables already; what `read` throws. The engine is
    ///   without tables then, as before.
    public func restore(_ read: (_ count: Int) throws -> [UInt8]) throws {
        try withoutActuallyEscaping(read) { read in try engine.restore { try SnapshotReader(read) } }
    }

    /// Takes over all that a snapshot in one piece holds.
    public func restore(snapshot bytes: [UInt8]) throws {
        var offset = 0
        try restore { count in
            let part = bytes[offset..<min(offset + count, bytes.count)]
            offset += part.count
            return Array(part)
        }
    }
}
