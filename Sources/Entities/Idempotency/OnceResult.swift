/// How the result of an operation that runs once is stored, and read for its repeats.
struct OnceResult<Value: Sendable>: Sendable {
    /// The value as it is stored; `nil` for one that is stored as absence.
    let encode: @Sendable (Value) throws(AttributeError) -> AttributeValue?
    let decode: @Sendable (AttributeValue?) throws(AttributeError) -> Value
}

extension OnceResult where Value: AttributeConvertible {
    /// A value in its own form.
    static var attribute: OnceResult {
        OnceResult { (value) throws(AttributeError) in
            value.isAbsent ? nil : try AttributeValue(converting: value)
        } decode: { (stored) throws(AttributeError) in
            if let stored { return try stored.converted() }
            guard let absent = Value.absentValue else { throw missing }
            return absent
        }
    }
}

extension OnceResult where Value: Codable {
    /// A value by way of its `Codable` conformance.
    static var codable: OnceResult {
        OnceResult { (value) throws(AttributeError) in
            try AttributeValue(converting: Coded(value: value))
        } decode: { (stored) throws(AttributeError) in
            guard let stored else { throw missing }
            return try stored.converted(to: Coded.self).value
        }
    }

    private struct Coded: CodableAttribute {
        let value: Value
    }
}

extension OnceResult where Value: Entity {
    /// A record, as a map.
    static var record: OnceResult {
        OnceResult { (record) throws(AttributeError) in
            .map(try EncodedItem(record).attributes)
        } decode: { (stored) throws(AttributeError) in
            guard case .map(let attributes)? = stored else { throw missing }
            return try EncodedItem(attributes).decode()
        }
    }
}

extension OnceResult<Void> {
    /// Nothing.
    static var nothing: OnceResult {
        OnceResult { (_) throws(AttributeError) in
            nil
        } decode: { (_) throws(AttributeError) in
            ()
        }
    }
}

extension OnceResult {
    private static var missing: AttributeError {
        AttributeError(
            .missingAttribute, path: OnceItem.result, reason: "is missing: another kind of result was stored")
    }
}
