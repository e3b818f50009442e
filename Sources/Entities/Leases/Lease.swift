/// Who has a record for the time being: a worker, until when, and a number that tells later holders from earlier ones.
///
/// ```swift
/// let job = try await Job.lease(jobID: "1", by: "worker-1", for: .seconds(30)).run(on: db)
/// print(job.lease?.token ?? 0)
/// ```
/// It is stored as a map of `owner` and `acquisition` (S), `token` and `until` (N, milliseconds since 1970).
public struct Lease: Hashable, Sendable {
    /// Who took it, by the name that they gave.
    public let owner: String
    /// When it is over, unless it is renewed; `nil` once it was given back.
    public let until: Date?
    /// Grows by one with each acquisition, and never falls while the record is there: what a holder writes to elsewhere can refuse
    /// whoever comes with a lower one than it has seen (fencing).
    public let token: Int
    /// Tells an acquisition from all others, so that one whose answer was lost is known again.
    let acquisition: ULID

    /// Whether somebody has the record at a time, by that time's clock.
    public func isHeld(at date: Date = Generators.current.now()) -> Bool {
        until.map { date < $0 } ?? false
    }
}

extension Lease: AttributeConvertible, ItemEncodable, ItemDecodable {
    public init(from value: inout AttributeReader) throws(AttributeError) { self = try value.item(Lease.self) }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { try value.item(self) }

    public init(from item: inout ItemReader) throws(AttributeError) {
        acquisition = try item.read("acquisition")
        owner = try item.read("owner")
        token = try item.read("token")
        until = try item.readIfPresent("until", as: EpochMilliseconds.self)
    }

    public func write(to item: inout ItemWriter) throws(AttributeError) {
        try item.write("acquisition", acquisition)
        try item.write("owner", owner)
        try item.write("token", token)
        try item.write("until", until, as: EpochMilliseconds.self)
    }
}
