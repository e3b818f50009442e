/// Where a value stands in an item: an attribute's name, then names of map members and indexes of list elements.
///
/// `address.city` is `AttributePath("address").appending("city")`, `lines[2].sku` is
/// `AttributePath("lines").appending(index: 2).appending("sku")`. Names are taken as they are: a dot in a name is part of it.
public struct AttributePath: Hashable, Sendable {
    /// One step of a path.
    public enum Element: Hashable, Sendable {
        /// The member of a map, or the attribute of the item for the first element.
        case name(String)
        /// The element of a list, from 0.
        case index(Int)
    }

    /// The attribute that the path starts at.
    public let attributeName: String
    /// The steps from there on; none for most paths, which then take no allocation.
    package private(set) var rest: [Element] = []

    /// The steps, outermost first; the first is always a name.
    public var elements: [Element] { [.name(attributeName)] + rest }

    /// The path of a top-level attribute.
    public init(_ name: String) {
        attributeName = name
    }

    /// The path that consists of `first` and then `rest`.
    package init(first: String, rest: some Sequence<Element>) {
        attributeName = first
        self.rest = Array(rest)
    }

    /// Whether the path names a whole attribute of the item, not something inside it.
    public var isTopLevel: Bool { rest.isEmpty }

    /// Whether the path names the element of a list.
    var isElement: Bool {
        if case .index = rest.last { true } else { false }
    }

    /// Whether the path leads to the same in another element of a list: `lines[0].sku` and `lines[1].sku`.
    func isCounterpart(of other: AttributePath) -> Bool {
        attributeName == other.attributeName && rest.count == other.rest.count
            && zip(rest, other.rest).allSatisfy { pair in
                if case (.index, .index) = pair { true } else { pair.0 == pair.1 }
            }
    }

    /// Why there can be no such path: an index below 0.
    var problem: AttributeError? {
        if rest.isEmpty { return nil }
        let isWrong = rest.contains { if case .index(let index) = $0 { index < 0 } else { false } }
        return isWrong ? AttributeError(.invalidValue, path: description, reason: "has an index below 0") : nil
    }

    /// What stands at the path, as an operand.
    @usableFromInline var operand: Operand { problem.map(Operand.invalid) ?? .path(self) }

    /// The path of a member of the map at this path.
    public func appending(_ name: String) -> AttributePath {
        var copy = self
        copy.rest.append(.name(name))
        return copy
    }

    /// The path of an element of the list at this path.
    public func appending(index: Int) -> AttributePath {
        var copy = self
        copy.rest.append(.index(index))
        return copy
    }

    /// Whether `other` is this path or lies inside of it.
    public func isPrefix(of other: AttributePath) -> Bool {
        attributeName == other.attributeName && other.rest.starts(with: rest)
    }
}

extension AttributePath: CustomStringConvertible {
    /// The path as people write it, for messages: `lines[2].sku`. Expressions are rendered elsewhere, with placeholders.
    public var description: String {
        var text = ""
        for element in elements {
            switch element {
            case .name(let name): text += text.isEmpty ? name : ".\(name)"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }
}
