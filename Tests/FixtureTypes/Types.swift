public import Entities

// Types of a user's own, which the definitions and the generated code both need: each of the ways to be an attribute.

/// An enum of integers; a key holds its raw value.
public enum Priority: Int, CaseIterable, Hashable, AttributeConvertible, KeyPart {
    case low = 1
    case normal = 5
    case high = 9
}

/// An enum of strings.
public enum Channel: String, CaseIterable, Hashable, AttributeConvertible, KeyPart {
    case web, app, print
}

/// A wrapper of a string.
public struct SKU: RawRepresentable, Hashable, AttributeConvertible, KeyPart {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A type that converts itself, and says what it is in a key.
public struct Money: Hashable, AttributeConvertible, KeyPart {
    public let cents: Int

    public init(cents: Int) { self.cents = cents }

    public init(from value: inout AttributeReader) throws(AttributeError) {
        cents = try value.integer(Int.self)
    }

    public func write(to value: inout AttributeWriter) throws(AttributeError) { try value.write(cents) }

    public func write(to key: inout KeyText) { key.append(integer: cents, width: 12) }
}

/// A type that is stored as its `Codable` conformance says.
public struct Preferences: Hashable, CodableAttribute {
    public var theme: String
    public var columns: [Int]

    public init(theme: String, columns: [Int]) {
        self.theme = theme
        self.columns = columns
    }
}
