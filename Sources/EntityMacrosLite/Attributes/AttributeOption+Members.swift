extension AttributeOption {
    /// The name that the attribute has in the stored item, where it is not the property's.
    public static func storedAs(_ name: String) -> Self { Self(.storedAs(name)) }

    /// What composite keys call the attribute, where it is not the property's name.
    public static func label(_ name: String) -> Self { Self(.label(name)) }

    /// ElectroDB's padding: in keys the value's text is filled up from the left to `length` UTF-16 units, so that the order of the texts
    /// is that of numbers. Only with ``KeyFormat/electroDB``: natively, numbers in keys have a fixed width anyway.
    public static func padded(to length: Int, with fill: String = "0") -> Self {
        Self(.padded(length: length, fill: fill))
    }

    /// No other item of the entity may have the same value. Kept by a sentinel item, written in the same transaction.
    public static var unique: Self { Self(.unique(within: [])) }

    /// No other item with the same value in `scope` may have the same value: `.unique(within: \Article.tenantID)`.
    public static func unique<Definition: EntityDefinition>(
        within scope: (any PartialKeyPath<Definition> & Sendable)...
    ) -> Self { Self(.unique(within: scope.map { $0 as any AnyKeyPath & Sendable })) }

    /// A draft may leave the value out: a function of the user's, demanded by a generated protocol, works it out.
    public static var computed: Self { Self(.computed) }

    /// A function of the user's, demanded by a generated protocol, checks each value before it is written.
    public static var validated: Self { Self(.validated) }

    /// Set when the item is created, and never changed.
    public static var readOnly: Self { Self(.readOnly) }

    /// A description for documents and generated code, where there is no `///` comment to take it from.
    public static func described(_ text: String) -> Self { Self(.described(text)) }

    /// What a draft that leaves the value out gets.
    public static func `default`(_ value: Value) -> Self where Value: LiteralRepresentable {
        Self(.default(value.literalValue))
    }

    /// What a draft that leaves the value out gets.
    public static func `default`<V: LiteralRepresentable>(_ value: V) -> Self where Value == V? {
        Self(.default(value.literalValue))
    }

    /// What a draft that leaves the value out gets: a case of an enum of the user's own.
    public static func `default`(_ value: Value) -> Self where Value: RawRepresentable {
        Self(.default(.enumCase(String(reflecting: value))))
    }

    /// What a draft that leaves the value out gets: a case of an enum of the user's own.
    public static func `default`<V: RawRepresentable>(_ value: V) -> Self where Value == V? {
        Self(.default(.enumCase(String(reflecting: value))))
    }
}

extension AttributeOption where Value: GeneratedAttributeValue {
    /// A draft that leaves the value out gets a new ULID or UUID.
    public static var generated: Self { Self(.generated) }
}

extension AttributeOption where Value: HolderAttributeValue {
    /// Says whose a reservation is: records of the entity are reserved until their time to live, confirmed by their holder for good, and
    /// given back. With `.generated`, each hold has a value of its own.
    public static var holder: Self { Self(.holder) }
}

extension AttributeOption where Value: FixedWidthInteger {
    /// Starts at zero and is changed by adding to it.
    public static var counter: Self { Self(.counter) }
}

extension AttributeOption where Value == String {
    /// The tenant whose the item is: every key begins with it, every query asks for one, and a database can be narrowed to it.
    public static var tenant: Self { Self(.tenant) }
}

extension AttributeOption where Value == Int {
    /// Counts the item's writes: each demands the number that was read, and adds one (optimistic locking).
    public static var version: Self { Self(.version) }

    /// A number of its own beside the item, in `count` items that many can write at once; with `.range(0...)` one that never falls below
    /// zero. Not in the record: `Listing.views(listingID:)` is an ``Entities/ShardedCounter``, or with the range an
    /// ``Entities/ShardedStock``.
    public static func shardedCounter(of count: Int) -> Self { Self(.shardedCounter(count: count)) }

    /// One of `count` shards, from 0, drawn by lot for a draft that leaves it out: to spread a busy partition where no attribute can be
    /// hashed. Never changed.
    public static func randomShard(of count: Int) -> Self { Self(.randomShard(count: count)) }
}

extension AttributeOption where Value: ExpiryAttributeValue {
    /// The record expires at this time: reads do not show it any more, and some time later DynamoDB deletes it. Stored as whole seconds
    /// since 1970, which is what an integer says as it is; the table's `TimeToLive` names it.
    public static var timeToLive: Self { Self(.timeToLive) }
}

extension AttributeOption where Value: DateAttributeValue {
    /// When the item was created; set by the library.
    public static var createdAt: Self { Self(.createdAt) }

    /// When the item was last written; set by the library.
    public static var updatedAt: Self { Self(.updatedAt) }

    /// Stored as a number of seconds since 1970, not as text.
    public static var epochSeconds: Self { Self(.epochSeconds) }

    /// Stored as a number of milliseconds since 1970, not as text.
    public static var epochMilliseconds: Self { Self(.epochMilliseconds) }
}

extension AttributeOption where Value: MeasuredAttributeValue {
    /// The lengths that a value may have: characters of a string, bytes of data, elements of a collection.
    public static func length(_ bounds: ClosedRange<Int>) -> Self {
        Self(.length(minimum: bounds.lowerBound, maximum: bounds.upperBound))
    }

    /// The least length that a value may have.
    public static func length(_ bounds: PartialRangeFrom<Int>) -> Self {
        Self(.length(minimum: bounds.lowerBound, maximum: nil))
    }

    /// The greatest length that a value may have.
    public static func length(_ bounds: PartialRangeThrough<Int>) -> Self {
        Self(.length(minimum: nil, maximum: bounds.upperBound))
    }

    /// How long values typically are: characters of a string, bytes of data, elements of a collection. No rule: what the page that
    /// `document` writes reckons sizes and capacity with.
    public static func typicalLength(_ length: Int) -> Self { Self(.typicalLength(length)) }
}

extension AttributeOption where Value: NumericAttributeValue & LiteralRepresentable & Comparable {
    /// The values that a number may have.
    public static func range(_ bounds: ClosedRange<Value>) -> Self {
        Self(.range(minimum: bounds.lowerBound.literalValue, maximum: bounds.upperBound.literalValue))
    }

    /// The least value that a number may have.
    public static func range(_ bounds: PartialRangeFrom<Value>) -> Self {
        Self(.range(minimum: bounds.lowerBound.literalValue, maximum: nil))
    }

    /// The greatest value that a number may have.
    public static func range(_ bounds: PartialRangeThrough<Value>) -> Self {
        Self(.range(minimum: nil, maximum: bounds.upperBound.literalValue))
    }
}

extension AttributeOption where Value: NumericAttributeValue {
    /// The values that a number may have.
    public static func range<Bound: LiteralRepresentable & Comparable>(_ bounds: ClosedRange<Bound>) -> Self
    where Value == Bound? {
        Self(.range(minimum: bounds.lowerBound.literalValue, maximum: bounds.upperBound.literalValue))
    }

    /// The least value that a number may have.
    public static func range<Bound: LiteralRepresentable & Comparable>(_ bounds: PartialRangeFrom<Bound>) -> Self
    where Value == Bound? {
        Self(.range(minimum: bounds.lowerBound.literalValue, maximum: nil))
    }

    /// The greatest value that a number may have.
    public static func range<Bound: LiteralRepresentable & Comparable>(_ bounds: PartialRangeThrough<Bound>) -> Self
    where Value == Bound? {
        Self(.range(minimum: nil, maximum: bounds.upperBound.literalValue))
    }
}
