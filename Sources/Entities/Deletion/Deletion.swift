/// How far a deletion of many records has come.
public struct Deletion: Hashable, Sendable {
    /// How many records are deleted, for all that is known: where an answer was lost, there may be more.
    public internal(set) var deleted = 0
    /// How often all that is to be deleted has been read, the current time included.
    public internal(set) var passes = 0
}
