/// Writes a snapshot part by part.
struct SnapshotWriter {
    private let write: ([UInt8]) throws -> Void

    init(_ write: @escaping ([UInt8]) throws -> Void) throws {
        self.write = write
        var bytes = SnapshotFormat.magic
        bytes.append(littleEndian: SnapshotFormat.version)
        try write(bytes)
    }

    func section(_ section: SnapshotFormat.Section, _ content: [UInt8]) throws {
        var head = [section.rawValue]
        head.append(littleEndian: UInt64(content.count))
        head.append(littleEndian: SnapshotFormat.checksum(section, content))
        try write(head)
        try write(content)
    }
}

extension [UInt8] {
    mutating func append(littleEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
