/// The form of a snapshot.
///
/// A magic number and a version, then sections: kind (1 byte), size of the content (8), checksum (8), content. Numbers are little endian.
/// A table's section says what the table is, as JSON; sections with its items follow, each item with its size before it, packed as the
/// engine holds it. The last section is the end: it counts the tables, so that what is cut off between two sections is noticed.
enum SnapshotFormat {
    /// Ends like PNG's, so that transfers which change line ends are noticed.
    static let magic: [UInt8] = Array("DDBSNAP".utf8) + [0x1A, 0x0D, 0x0A]
    static let version: UInt32 = 1
    /// A section with items is closed once it is as large as this, in bytes.
    static let sectionSize = 1 << 20
    /// No writer makes sections larger than this: one item goes beyond `sectionSize` at the most, and definitions are small.
    static let largestSection = 1 << 26

    enum Section: UInt8 {
        case table = 1
        case items = 2
        case end = 3
    }

    static func checksum(_ section: Section, _ content: [UInt8]) -> UInt64 {
        StableHash.hash(content) &+ UInt64(section.rawValue)
    }
}
