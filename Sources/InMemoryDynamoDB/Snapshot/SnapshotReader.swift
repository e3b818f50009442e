/// Reads a snapshot part by part, and believes nothing of it.
struct SnapshotReader {
    private let read: (Int) throws -> [UInt8]

    /// - Parameter read: the next bytes, fewer than asked for only at the end.
    init(_ read: @escaping (Int) throws -> [UInt8]) throws {
        self.read = read
        guard try read(SnapshotFormat.magic.count) == SnapshotFormat.magic else { throw SnapshotError.notASnapshot }
        let version = UInt32(truncatingIfNeeded: try number(size: 4))
        guard version == SnapshotFormat.version else { throw SnapshotError.unknownVersion(version) }
    }

    func section() throws -> (SnapshotFormat.Section, [UInt8]) {
        let kind = try bytes(1)
        let size = try number(size: 8)
        let checksum = try number(size: 8)
        guard let section = kind.first.flatMap(SnapshotFormat.Section.init(rawValue:)),
            size <= UInt64(SnapshotFormat.largestSection)
        else { throw SnapshotError.damaged("there is no such section") }
        let content = try bytes(Int(size))
        guard SnapshotFormat.checksum(section, content) == checksum else {
            throw SnapshotError.damaged("a checksum does not match")
        }
        return (section, content)
    }

    func expectEnd() throws {
        guard try read(1).isEmpty else { throw SnapshotError.damaged("something follows its end") }
    }

    private func bytes(_ count: Int) throws -> [UInt8] {
        let bytes = try read(count)
        guard bytes.count == count else { throw SnapshotError.damaged("it ends early") }
        return bytes
    }

    private func number(size: Int) throws -> UInt64 {
        try bytes(size).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
