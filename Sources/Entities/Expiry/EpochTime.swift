/// Points in time as DynamoDB's time to live counts them: whole seconds since the beginning of 1970 (UTC).
public enum EpochTime {
    /// The seconds of a date, rounded down; `nil` without one, and for one that 64 bits do not reach. Called by generated code.
    public static func seconds(of date: Date?) -> Int64? {
        date.flatMap { Int64(exactly: $0.timeIntervalSince1970.rounded(.down)) }
    }

    /// The seconds that an attribute holds as they are. Called by generated code.
    public static func seconds(of number: (some BinaryInteger)?) -> Int64? {
        number.map { Int64(clamping: $0) }
    }

    /// The present.
    static var now: Int64 { seconds(of: Generators.current.now()) ?? .max }
}
