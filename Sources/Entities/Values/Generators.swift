import Synchronization

/// Where requests take the values from that come from outside: the time, and identifiers.
///
/// They are taken when a request is built, not when it is sent. Tests put others in their place:
///
/// ```swift
/// Generators.$current.withValue(.fixed(now: Date(timeIntervalSince1970: 0), seed: 1)) {
///     print(Article.create(draft))        // the same text every time
/// }
/// ```
public struct Generators: Sendable {
    /// The time, in whole milliseconds, since that is what the database keeps.
    public let now: @Sendable () -> Date
    /// A new ULID.
    public let ulid: @Sendable () -> ULID
    /// A new UUID.
    public let uuid: @Sendable () -> UUID
    /// 64 bits of chance: for what is spread, such as shards. Not for secrets.
    public let random: @Sendable () -> UInt64

    /// Puts generators together; what is not given is the system's.
    ///
    /// - Parameter now: The clock; what it says is rounded to milliseconds.
    public init(
        now: @escaping @Sendable () -> Date = { Date() },
        ulid: @escaping @Sendable () -> ULID = { ULIDGenerator.shared.next() },
        uuid: @escaping @Sendable () -> UUID = { UUID() },
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) }
    ) {
        self.now = { now().roundedToMilliseconds }
        self.ulid = ulid
        self.uuid = uuid
        self.random = random
    }

    /// One of so many shards, from 0.
    public func shard(of count: Int) -> Int { count > 0 ? Int(random() % UInt64(count)) : 0 }

    /// The system's clock, the ULIDs of the process-wide generator, random UUIDs and numbers.
    public static let system = Generators()

    /// The generators of this task.
    @TaskLocal public static var current: Generators = .system

    /// Generators for tests: a clock that stands still, and the same identifiers in the same order for the same seed.
    public static func fixed(now: Date, seed: UInt64 = 0) -> Generators {
        let ulids = ULIDGenerator(now: { now }, randomness: SplitMix64(seed: seed))
        let uuids = SeededUUIDs(seed: ~seed)
        let numbers = Mutex(SplitMix64(seed: seed ^ 0x5A5A_5A5A_5A5A_5A5A))
        return Generators(
            now: { now }, ulid: { ulids.next() }, uuid: { uuids.next() }, random: { numbers.withLock { $0.next() } })
    }
}

/// UUIDs of version 4 that are the same for the same seed.
private final class SeededUUIDs: Sendable {
    private let source: Mutex<SplitMix64>

    init(seed: UInt64) { source = Mutex(SplitMix64(seed: seed)) }

    func next() -> UUID {
        let (high, low) = source.withLock { ($0.next(), $0.next()) }
        // RFC 9562, section 5.4: four bits of version, two of variant.
        let bits = UInt128(high & ~0xF000 | 0x4000) << 64 | UInt128(low & ~(3 << 62) | 2 << 62)
        func byte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> (120 - 8 * index)) }
        return UUID(
            uuid: (
                byte(0), byte(1), byte(2), byte(3), byte(4), byte(5), byte(6), byte(7), byte(8), byte(9), byte(10),
                byte(11), byte(12), byte(13), byte(14), byte(15)
            ))
    }
}
