/// What an ``Attribute`` of type `Value` can be asked for beyond its name and type.
public struct AttributeOption<Value>: Sendable {
    package let kind: AttributeOptionKind

    init(_ kind: AttributeOptionKind) { self.kind = kind }
}

/// An option, whatever the type of its attribute.
package enum AttributeOptionKind: Sendable {
    case choice(String)
    case generated
    case `default`(LiteralValue)
    case storedAs(String)
    case label(String)
    case padded(length: Int, fill: String)
    case length(minimum: Int?, maximum: Int?)
    case typicalLength(Int)
    case range(minimum: LiteralValue?, maximum: LiteralValue?)
    case unique(within: [any AnyKeyPath & Sendable])
    case counter
    case version
    case timeToLive
    case tenant
    case createdAt
    case updatedAt
    case epochSeconds
    case epochMilliseconds
    case computed
    case validated
    case readOnly
    case holder
    case described(String)
    case computedFrom([any AnyKeyPath & Sendable])
    case normalized
    case presented
    case hidden
    case backfilled
    case counterStart(LiteralValue)
    case randomShard(count: Int)
    case shardedCounter(count: Int)
    case matching(String)
    case each([AttributeOptionKind])
    case transitions([(from: String, to: [String])])
}
