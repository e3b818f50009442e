/// Which items an index holds, beyond those that have all of its key parts.
///
/// ```swift
/// Index("drafts", on: .gsi4, partition: tenant, sort: "\(updatedAt)", when: status == "draft" && body.isPresent)
/// ```
///
/// An attribute that is absent equals no value, so `status != "draft"` holds for it.
public struct IndexCondition: Sendable {
    package indirect enum Tree: Sendable {
        case equals(any AnyAttribute, LiteralValue)
        case isPresent(any AnyAttribute)
        case not(Tree)
        case all([Tree])
        case any([Tree])
    }

    package let tree: Tree

    init(_ tree: Tree) { self.tree = tree }

    public static func && (a: Self, b: Self) -> Self { Self(.all([a.tree, b.tree])) }
    public static func || (a: Self, b: Self) -> Self { Self(.any([a.tree, b.tree])) }
    public static prefix func ! (a: Self) -> Self { Self(.not(a.tree)) }
}

extension Attribute {
    /// Holds for items that have the attribute.
    public var isPresent: IndexCondition { IndexCondition(.isPresent(self)) }

    /// Holds for items whose attribute has this value.
    public static func == (attribute: Self, value: Value) -> IndexCondition where Value: LiteralRepresentable {
        IndexCondition(.equals(attribute, value.literalValue))
    }

    /// Holds for items whose attribute has this value.
    public static func == <V: LiteralRepresentable>(attribute: Self, value: V) -> IndexCondition where Value == V? {
        IndexCondition(.equals(attribute, value.literalValue))
    }

    /// Holds for items whose attribute is this case of an enum of the user's own.
    public static func == (attribute: Self, value: Value) -> IndexCondition where Value: RawRepresentable {
        IndexCondition(.equals(attribute, .enumCase(String(reflecting: value))))
    }

    /// Holds for items whose attribute is this case of an enum of the user's own.
    public static func == <V: RawRepresentable>(attribute: Self, value: V) -> IndexCondition where Value == V? {
        IndexCondition(.equals(attribute, .enumCase(String(reflecting: value))))
    }

    /// Holds for items whose attribute is another case, or is absent.
    public static func != (attribute: Self, value: Value) -> IndexCondition where Value: RawRepresentable {
        IndexCondition(.not(.equals(attribute, .enumCase(String(reflecting: value)))))
    }

    /// Holds for items whose attribute is another case, or is absent.
    public static func != <V: RawRepresentable>(attribute: Self, value: V) -> IndexCondition where Value == V? {
        IndexCondition(.not(.equals(attribute, .enumCase(String(reflecting: value)))))
    }

    /// Holds for items whose attribute has another value, or is absent.
    public static func != (attribute: Self, value: Value) -> IndexCondition where Value: LiteralRepresentable {
        IndexCondition(.not(.equals(attribute, value.literalValue)))
    }

    /// Holds for items whose attribute has another value, or is absent.
    public static func != <V: LiteralRepresentable>(attribute: Self, value: V) -> IndexCondition where Value == V? {
        IndexCondition(.not(.equals(attribute, value.literalValue)))
    }
}
