public import Entities

/// What may be listed in a composite key: an attribute, or an attribute with a form of its own.
///
/// ```swift
/// Index("byPrice", on: .gsi1, partition: [category], sort: [price.part(width: 8, scale: 2), articleID])
/// ```
public protocol KeyAttribute: Sendable {
    /// The attribute, and how its value is written in the key.
    var keyPlaceholder: KeyPlaceholder { get }
}

extension Attribute: KeyAttribute {
    public var keyPlaceholder: KeyPlaceholder { KeyPlaceholder(self, .whole) }

    /// The attribute with `width` digits before the point, and `scale` after it.
    public func part(width: Int, scale: Int = 0) -> KeyPlaceholder where Value: NumericAttributeValue {
        KeyPlaceholder(self, .number(width: width, scale: scale))
    }

    /// The attribute, cut to a year, month, day or hour (UTC).
    public func part(_ unit: DateBucket) -> KeyPlaceholder where Value: DateAttributeValue {
        KeyPlaceholder(self, .date(unit))
    }

    /// The attribute with its letters made equal, so that the key is found however they were written.
    public func part(_ casing: KeyCasing) -> KeyPlaceholder where Value: StringAttributeValue {
        KeyPlaceholder(self, .casing(casing))
    }
}

/// An attribute in a key, and how its value is written there.
public struct KeyPlaceholder: KeyAttribute {
    package let attribute: any AnyAttribute
    package let form: KeyPlaceholderForm

    init(_ attribute: any AnyAttribute, _ form: KeyPlaceholderForm) {
        self.attribute = attribute
        self.form = form
    }

    public var keyPlaceholder: KeyPlaceholder { self }
}

/// How a value is written in a key.
package enum KeyPlaceholderForm: Hashable, Sendable {
    case whole
    case number(width: Int, scale: Int)
    case date(DateBucket)
    case casing(KeyCasing)
    case shard(count: Int)
}

/// What becomes of a string's letters in a key.
public enum KeyCasing: String, Hashable, Sendable, Codable, CaseIterable {
    case lowercased
}
