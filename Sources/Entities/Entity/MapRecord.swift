/// A record inside of an item: a map with a definition of its own.
public protocol MapRecord: Hashable, AttributeConvertible, ItemEncodable, ItemDecodable, RuleChecked {
    /// What conditions see of the map.
    associatedtype Fields: MapFieldSet
    /// What updates see of the map.
    associatedtype Changes: MapFieldSet
}

extension MapRecord {
    public func validate(_ rules: inout RuleCheck) {}

    public init(from value: inout AttributeReader) throws(AttributeError) {
        self = try value.item(Self.self)
    }

    public func write(to value: inout AttributeWriter) throws(AttributeError) {
        try value.item(self)
    }
}

/// The typed members of a map at a path.
public protocol MapFieldSet: Sendable {
    init(path: AttributePath)
}

/// A choice of texts that the generator made from an attribute's literals.
public protocol AttributeChoice: RawRepresentable<String>, CaseIterable, Hashable, AttributeConvertible, KeyPart {}

extension AttributeChoice {
    @inlinable
    public static func _readNext(_ name: StaticString, of item: inout ItemReader) throws(AttributeError) -> Self? {
        guard let text = try String._readNext(name, of: &item) else { return nil }
        guard let choice = Self(rawValue: text) else {
            throw AttributeError.unknownRawValue(text, of: Self.self).inside(name)
        }
        return choice
    }
}
