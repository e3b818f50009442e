/// An attribute that can be asked for by itself: `query.select { ($0.title, $0.address.city) }`.
public protocol SelectableField: AttributeField {
    /// What is read: the value, or an optional where an item can be without it.
    associatedtype Selected: Sendable
    /// The same attribute, where what it is inside of may be absent.
    associatedtype OptionalForm: SelectableField where OptionalForm.Value == Value

    var optionalForm: OptionalForm { get }
    /// Reads the attribute from an item that has no more than what was asked for.
    func selected(from item: EncodedItem) throws(AttributeError) -> Selected
}

extension Field: SelectableField {
    public var optionalForm: OptionalField<Value> { OptionalField(self) }

    public func selected(from item: EncodedItem) throws(AttributeError) -> Value {
        guard let value = try item.value(at: path, read) ?? absentValue else { throw .missing(path) }
        return value
    }
}

extension OptionalField: SelectableField {
    public var optionalForm: Self { self }

    public func selected(from item: EncodedItem) throws(AttributeError) -> Value? {
        try item.optionalValue(at: path, field.read)
    }
}

extension MapField: SelectableField {
    public var optionalForm: OptionalMapField<Map> { OptionalMapField(path: path) }

    public func selected(from item: EncodedItem) throws(AttributeError) -> Map {
        try Field<Map>(path: path).selected(from: item)
    }
}

extension OptionalMapField: SelectableField {
    public var optionalForm: Self { self }

    public func selected(from item: EncodedItem) throws(AttributeError) -> Map? {
        try OptionalField<Map>(path: path).selected(from: item)
    }
}

extension MapListField: SelectableField {
    public var optionalForm: OptionalMapListField<Map> { OptionalMapListField(path: path) }

    public func selected(from item: EncodedItem) throws(AttributeError) -> [Map] {
        try Field<[Map]>(path: path).selected(from: item)
    }
}

extension OptionalMapListField: SelectableField {
    public var optionalForm: Self { self }

    public func selected(from item: EncodedItem) throws(AttributeError) -> [Map]? {
        try OptionalField<[Map]>(path: path).selected(from: item)
    }
}

extension EncodedItem {
    /// What stands at a path, read as a value; `nil` where there is nothing.
    fileprivate func value<Value>(
        at path: AttributePath, _ read: (PackedValue) throws(AttributeError) -> Value
    ) throws(AttributeError) -> Value? {
        do throws(AttributeError) {
            return try withPacked { (map) throws(AttributeError) in
                guard let value = map[path] else { return nil }
                return try read(value)
            }
        } catch {
            throw error.inside(path.description)
        }
    }

    /// The same, where NULL is nothing as well.
    fileprivate func optionalValue<Value>(
        at path: AttributePath, _ read: (PackedValue) throws(AttributeError) -> Value
    ) throws(AttributeError) -> Value? {
        let value: Value?? = try value(at: path) { (value) throws(AttributeError) in
            value.tag == .null ? nil : try read(value)
        }
        return value ?? nil
    }
}

extension AttributeError {
    fileprivate static func missing(_ path: AttributePath) -> AttributeError {
        AttributeError(.missingAttribute, path: path.description, reason: "the item has no such attribute")
    }
}
