/// Why bytes are not taken for a snapshot.
public enum SnapshotError: Error, Hashable, CustomStringConvertible {
    /// Something else altogether.
    case notASnapshot
    /// Written by a program that is newer than this one, or older than any.
    case unknownVersion(UInt32)
    /// It ends early, or its content is not what was written.
    case damaged(String)
    /// There are tables already.
    case engineInUse

    public var description: String {
        switch self {
        case .notASnapshot: "it is not a snapshot"
        case .unknownVersion(let version):
            "it is a snapshot in version \(version) of the format, and only version \(SnapshotFormat.version) is known here"
        case .engineInUse: "the engine has tables already"
        case .damaged(let detail): "the snapshot is damaged: \(detail)"
        }
    }
}
