/// How a normalized attribute is stored; generated code has one type for each.
public protocol NormalizedForm: SendableMetatype {
    associatedtype Value: AttributeConvertible

    /// The value as it is stored. Once is enough: `normalize(normalize(x)) == normalize(x)`.
    static func normalize(_ value: Value) -> Value
}

/// The encoding of a normalized attribute: whatever is written of it, or compared with it, passes through here.
public enum Normalized<Form: NormalizedForm>: AttributeCoding {
    public static func read(_ value: inout AttributeReader) throws(AttributeError) -> Form.Value {
        try Form.Value(from: &value)
    }

    public static func write(_ value: Form.Value, to writer: inout AttributeWriter) throws(AttributeError) {
        try Form.normalize(value).write(to: &writer)
    }
}
