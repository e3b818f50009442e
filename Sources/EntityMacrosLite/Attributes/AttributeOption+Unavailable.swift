// Options on attributes of a type that they are not for. Without these the compiler would only say that some constraint does not hold.
extension AttributeOption {
    @available(*, unavailable, message: "only an integer can be a counter")
    @_disfavoredOverload public static var counter: Self { Self(.counter) }

    @available(*, unavailable, message: "the version is an Int that is not optional")
    @_disfavoredOverload public static var version: Self { Self(.version) }

    @available(*, unavailable, message: "a sharded counter is an Int that is not optional")
    @_disfavoredOverload public static func shardedCounter(of count: Int) -> Self {
        Self(.shardedCounter(count: count))
    }

    @available(*, unavailable, message: "a shard is an Int that is not optional")
    @_disfavoredOverload public static func randomShard(of count: Int) -> Self { Self(.randomShard(count: count)) }

    @available(*, unavailable, message: "only a ULID or a UUID can be generated; use .computed for other types")
    @_disfavoredOverload public static var generated: Self { Self(.generated) }

    @available(
        *, unavailable,
        message: "the time to live is a Date, or seconds since 1970 as an Int, Int64, UInt, UInt32 or UInt64"
    )
    @_disfavoredOverload public static var timeToLive: Self { Self(.timeToLive) }

    @available(*, unavailable, message: "the tenant is a String that is not optional")
    @_disfavoredOverload public static var tenant: Self { Self(.tenant) }

    @available(
        *, unavailable, message: "the holder of a reservation is a String, a ULID or a UUID that is not optional"
    )
    @_disfavoredOverload public static var holder: Self { Self(.holder) }

    @available(*, unavailable, message: "the time of creation is a Date")
    @_disfavoredOverload public static var createdAt: Self { Self(.createdAt) }

    @available(*, unavailable, message: "the time of the last change is a Date")
    @_disfavoredOverload public static var updatedAt: Self { Self(.updatedAt) }

    @available(*, unavailable, message: "only a Date can be stored as seconds")
    @_disfavoredOverload public static var epochSeconds: Self { Self(.epochSeconds) }

    @available(*, unavailable, message: "only a Date can be stored as milliseconds")
    @_disfavoredOverload public static var epochMilliseconds: Self { Self(.epochMilliseconds) }

    @available(*, unavailable, message: "only a Choice that is not optional has states: list them, and give a .default")
    @_disfavoredOverload public static func transitions(_ transitions: KeyValuePairs<Choice, [Choice]>) -> Self {
        Self(.transitions([]))
    }

    @available(*, unavailable, message: "only texts, data and collections have a length; numbers have a .range")
    @_disfavoredOverload public static func length(_ bounds: ClosedRange<Int>) -> Self {
        Self(.length(minimum: bounds.lowerBound, maximum: bounds.upperBound))
    }

    @available(*, unavailable, message: "only texts, data and collections have a length")
    @_disfavoredOverload public static func typicalLength(_ length: Int) -> Self { Self(.typicalLength(length)) }

    @available(*, unavailable, message: "only numbers have a range; texts, data and collections have a .length")
    @_disfavoredOverload public static func range<Bound>(_ bounds: ClosedRange<Bound>) -> Self {
        Self(.range(minimum: nil, maximum: nil))
    }
}
