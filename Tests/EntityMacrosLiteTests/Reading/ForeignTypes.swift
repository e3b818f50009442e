public import Codegen
public import EntityMacrosLite

// Types of other modules, which the tests' definitions use as a user's would those of a third target.

extension DateBucket: AttributeConvertible, KeyPart {}
extension IntegerType: AttributeConvertible, KeyPart {}
extension KeyAttributeType: AttributeConvertible, KeyPart, Comparable {
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
extension DynamoDBType: AttributeConvertible, KeyPart, Comparable, CustomStringConvertible {
    /// Hides the name of the case from reflection.
    public var description: String { "type \(rawValue)" }
    /// Not the order of the raw values.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue.count < b.rawValue.count }
}
