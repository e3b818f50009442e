/// An attribute that says to which entity, or to which version of it, an item belongs.
public struct EntityIdentifier: Hashable, Sendable {
    public let attribute: String
    public let value: String

    public init(_ attribute: String, _ value: String) {
        self.attribute = attribute
        self.value = value
    }

    /// The condition that an item carries it.
    fileprivate var condition: Condition {
        .compare(.path(AttributePath(attribute)), .equal, .value(.string(value)))
    }

    fileprivate func identifies(_ item: PackedMap) -> Bool {
        guard let found = item[attribute], found.tag == .string else { return false }
        var value = value
        return value.withUTF8 { equalBytes(found.content, $0) }
    }
}

/// What the items of an entity carry: its name, and its version where there are several.
struct EntityIdentifiers: Hashable, Sendable {
    let entity: EntityIdentifier
    var version: EntityIdentifier?

    /// The name, then the version.
    var all: [EntityIdentifier] { [entity] + [version].compactMap { $0 } }

    /// What writes them in an update.
    var actions: [UpdateExpression.SetAction] {
        all.map { .init(AttributePath($0.attribute), .operand(.value(.string($0.value)))) }
    }

    /// Where they stand in an item.
    var paths: [AttributePath] { all.map { AttributePath($0.attribute) } }

    /// Whether an item carries them.
    func own(_ item: EncodedItem) -> Bool { item.withPacked { own($0) } }

    func own(_ item: PackedMap) -> Bool { entity.identifies(item) && version?.identifies(item) ?? true }

    /// The condition that an item carries them.
    var condition: Condition { version.map { .and(entity.condition, $0.condition) } ?? entity.condition }

    /// The condition that an item carries those of one of some entities; `nil` for none.
    static func condition(ofAny members: [EntityIdentifiers]) -> Condition? {
        if let first = members.first?.entity.attribute,
            members.allSatisfy({ $0.version == nil && $0.entity.attribute == first })
        {
            return .isIn(.path(AttributePath(first)), members.map { .value(.string($0.entity.value)) })
        }
        return members.reduce(nil) { joined, member in joined.map { .or($0, member.condition) } ?? member.condition }
    }
}

extension ItemReader {
    /// Whether the item carries the identifiers of an entity. Its attributes can still be read in their order.
    mutating func isOwned(by identifiers: EntityIdentifiers) throws(AttributeError) -> Bool {
        guard try carries(identifiers.entity) else { return false }
        guard let version = identifiers.version else { return true }
        return try carries(version)
    }

    private mutating func carries(_ identifier: EntityIdentifier) throws(AttributeError) -> Bool {
        let place = place
        guard try find(identifier.attribute) else { return false }
        let isSame = (try? value.string()) == identifier.value
        try leave()
        goBack(to: place)
        return isSame
    }
}
