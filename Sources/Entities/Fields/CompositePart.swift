/// What an update says of an attribute that shares a key with others: its new value, or the value that it has.
///
/// A key's text can only be written by who knows all of its parts. Parts that do not change are supplied: they are not written, and
/// nothing is changed unless the item has them. What ElectroDB calls `composite`.
/// ```swift
/// Listing.update(sellerID: "s", listingID: "l") {
///     $0.set(category: .supplied("bikes"), grade: .supplied(.used), priceCents: .set(40_000))
/// }
/// ```
public enum CompositePart<Value: Sendable>: Sendable {
    /// The attribute gets this value.
    case set(Value)
    /// The attribute has this value, or else nothing is changed.
    case supplied(Value)
    /// Nothing is said of the attribute. A key that is written and needs it refuses the update, before anything is sent.
    case omitted

    var isSet: Bool {
        if case .set = self { true } else { false }
    }

    fileprivate func value() throws(OmittedPart) -> Value {
        switch self {
        case .set(let value), .supplied(let value): value
        case .omitted: throw OmittedPart()
        }
    }

    fileprivate func change(set: (Value) -> Change, holds: (Value) -> Change) -> Change {
        switch self {
        case .set(let value): set(value)
        case .supplied(let value): holds(value)
        case .omitted: Change([])
        }
    }
}

extension CompositePart: Equatable where Value: Equatable {}
extension CompositePart: Hashable where Value: Hashable {}

/// Tells that a key cannot be made.
private struct OmittedPart: Error {}

// What generated code makes of them.
extension Change {
    /// What is said of one attribute.
    public static func part<Value: AttributeConvertible>(_ name: String, _ part: CompositePart<Value>) -> Change {
        part.change(set: { .set(name, $0) }, holds: { .holds(name, $0) })
    }

    /// What is said of one attribute whose values have to satisfy a rule.
    public static func part<Value: AttributeConvertible>(
        _ name: String, _ part: CompositePart<Value>, _ rule: Rule<Value>
    ) -> Change {
        part.change(set: { .set(name, $0, rule) }, holds: { .holds(name, $0) })
    }

    /// What is said of one optional attribute whose values have to satisfy a rule.
    public static func part<Value: AttributeConvertible>(
        _ name: String, _ part: CompositePart<Value?>, _ rule: Rule<Value>
    ) -> Change {
        part.change(set: { .set(name, $0, rule) }, holds: { .holds(name, $0) })
    }

    /// What is said of one attribute that has a coding of its own.
    public static func part<Coding: AttributeCoding & SendableMetatype>(
        _ name: String, _ part: CompositePart<Coding.Value>, as coding: Coding.Type, _ rule: Rule<Coding.Value>? = nil
    ) -> Change {
        part.change(set: { .set(name, $0, as: coding, rule) }, holds: { .holds(name, $0, as: coding) })
    }

    /// What is said of one optional attribute that has a coding of its own.
    public static func part<Coding: AttributeCoding & SendableMetatype>(
        _ name: String, _ part: CompositePart<Coding.Value?>, as coding: Coding.Type, _ rule: Rule<Coding.Value>? = nil
    ) -> Change {
        part.change(set: { .set(name, $0, as: coding, rule) }, holds: { .holds(name, $0, as: coding) })
    }

    /// Writes an index key if one of its parts is set; removes it where the parts make none.
    public static func key<each Part: Sendable>(
        _ name: String, _ parts: repeat CompositePart<each Part>, text: (repeat each Part) -> KeyText?
    ) -> Change {
        made(name, repeat each parts) { (values: repeat each Part) in .key(name, text(repeat each values)) }
    }

    /// Writes a numeric index key if its part is set.
    public static func key<each Part: Sendable, Number: AttributeConvertible>(
        _ name: String, _ parts: repeat CompositePart<each Part>, number: (repeat each Part) -> Number?
    ) -> Change {
        made(name, repeat each parts) { (values: repeat each Part) in .key(name, number: number(repeat each values)) }
    }

    /// Writes an index key that is the same for all items, when one of the parts of the index's other key gets a value.
    public static func key<each Part: AttributeConvertible & Sendable>(
        _ name: String, constant: KeyText, with parts: repeat CompositePart<each Part>
    ) -> Change {
        var isInIndex = false
        for part in repeat each parts {
            if case .set(let value) = part, !value.isAbsent { isInIndex = true }
        }
        return isInIndex ? .key(name, constant) : Change([])
    }

    /// Sets a numeric index key, or removes it so that the item leaves the index.
    public static func key<Number: AttributeConvertible>(_ name: String, number: Number?) -> Change {
        number.map { .set(name, $0) } ?? .remove(AttributePath(name))
    }

    private static func made<each Part: Sendable>(
        _ name: String, _ parts: repeat CompositePart<each Part>, by make: (repeat each Part) -> Change
    ) -> Change {
        var isSet = false
        for part in repeat each parts { isSet = isSet || part.isSet }
        guard isSet else { return Change([]) }
        do throws(OmittedPart) {
            return make(repeat try (each parts).value())
        } catch {
            return .refused(
                AttributePath(name),
                "is made of all of its parts, and one that does not change was omitted: give it with '.supplied(…)'")
        }
    }
}
