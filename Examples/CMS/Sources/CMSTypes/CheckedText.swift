public import Entities

/// Text that is brought into one form, and checked, where it enters the program.
///
/// DynamoDB compares bytes: two spellings of one e-mail address, or of one letter, are two keys. A value of such a type
/// has one spelling, so it can be part of a key.
public protocol CheckedText: RawRepresentable<String>, Hashable, Comparable, Codable,
    CustomStringConvertible, AttributeConvertible, KeyPart
{
    /// The text in its form; nil for text that is no such value.
    init?(rawValue: String)
}

extension CheckedText {
    /// The text in its form; nil for text that is no such value.
    public init?(_ text: String) { self.init(rawValue: text) }

    public var description: String { rawValue }

    /// The order of DynamoDB's keys: that of the bytes.
    public static func < (a: Self, b: Self) -> Bool {
        a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
    }
}
