/// Where a range over several parts of a sort key begins or ends: the values of the first ones. Generated code has a type for each access
/// pattern whose sort key has such parts.
///
/// ```swift
/// Player.byScore(gameID: "chess", in: .init(points: 10, name: "ada") ... .init(points: 20))
/// Player.byScore(gameID: "chess", in: .above(.init(points: 10, name: "ada")))
/// Player.byScore(gameID: "chess", in: ..<(.init(points: 20)))
/// ```
/// Keys are compared part by part, from the first, as far as the bound goes: one with fewer parts stands for all keys that begin with
/// them, so that a range has all of these or none.
public protocol SortKeyBound: Hashable, Comparable, Sendable {
    var place: SortKeyPlace { get }
}

extension SortKeyBound {
    /// The order of the keys' texts.
    public static func < (left: Self, right: Self) -> Bool { left.place.text.precedes(right.place.text) }
}

/// The text of a bound in the key, and what stands behind it there; made by generated code.
public struct SortKeyPlace: Hashable, Sendable {
    let text: KeyText
    /// The literal text before the next part; empty where there is none.
    let delimiter: String
    /// The text that ends the keys of a clustered index in ElectroDB's format, where there is no next part.
    let postfix: String

    public init(_ text: KeyText, before delimiter: String = "", postfix: String = "") {
        self.text = text
        self.delimiter = delimiter
        self.postfix = postfix
    }
}
