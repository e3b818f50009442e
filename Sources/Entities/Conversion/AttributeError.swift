/// A value or an item could not be converted.
///
/// Thrown by everything that reads or writes attributes, and for malformed JSON. It says where in the item, and what to do
/// is in `reason`:
///
/// ```
/// lines[2].price: expected N, found S
/// ```
public struct AttributeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong. More codes may come.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind {
            case missingAttribute, typeMismatch, outOfRange, notANumber, invalidValue, emptySet, duplicate,
                nestingTooDeep
            case malformed
        }
        private let kind: Kind

        /// The item lacks an attribute that is not optional.
        public static let missingAttribute = Code(kind: .missingAttribute)
        /// The attribute has another DynamoDB type than the one asked for.
        public static let typeMismatch = Code(kind: .typeMismatch)
        /// A number does not fit the Swift type, or has a fraction that an integer cannot hold, or DynamoDB cannot hold it.
        public static let outOfRange = Code(kind: .outOfRange)
        /// A text that should be a number is none, or a floating point value is not finite.
        public static let notANumber = Code(kind: .notANumber)
        /// The type is right and the content is not: an unknown enum case, a text that is no date.
        public static let invalidValue = Code(kind: .invalidValue)
        /// DynamoDB has no empty sets.
        public static let emptySet = Code(kind: .emptySet)
        /// An attribute was written twice, or JSON has a member twice.
        public static let duplicate = Code(kind: .duplicate)
        /// Lists and maps are nested deeper than DynamoDB's 32 levels.
        public static let nestingTooDeep = Code(kind: .nestingTooDeep)
        /// The bytes are not JSON, or not DynamoDB's form of it.
        public static let malformed = Code(kind: .malformed)

        public var description: String { "\(kind)" }
    }

    /// One reference, so that functions that throw it return it in a register.
    private final class Storage: Sendable {
        let code: Code
        let path: String
        let reason: String

        init(code: Code, path: String, reason: String) {
            self.code = code
            self.path = path
            self.reason = reason
        }
    }

    private var storage: Storage

    /// An error with a code, the path of the attribute that it is about, and a reason for people to read.
    public init(_ code: Code, path: String = "", reason: String) {
        storage = Storage(code: code, path: path, reason: reason)
    }

    /// What went wrong.
    public var code: Code {
        get { storage.code }
        set { storage = Storage(code: newValue, path: path, reason: reason) }
    }

    /// Where: `address.city`, `lines[2].sku`. Empty if the error is about the whole value or text.
    public var path: String {
        get { storage.path }
        set { storage = Storage(code: code, path: newValue, reason: reason) }
    }

    /// What was expected and what was found.
    public var reason: String {
        get { storage.reason }
        set { storage = Storage(code: code, path: path, reason: newValue) }
    }

    public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }

    public static func == (left: AttributeError, right: AttributeError) -> Bool {
        left.code == right.code && left.path == right.path && left.reason == right.reason
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(path)
        hasher.combine(reason)
    }
}

extension AttributeError {
    /// The same error, seen from the map or item that holds the attribute.
    @usableFromInline
    package func inside(_ name: String) -> AttributeError {
        var error = self
        error.path = path.isEmpty ? name : path.hasPrefix("[") ? name + path : "\(name).\(path)"
        return error
    }

    /// The same error, seen from the map or item that holds the attribute.
    @usableFromInline
    package func inside(_ name: StaticString) -> AttributeError { inside(name.description) }

    /// The same error, seen from the list or set that holds the element.
    @usableFromInline
    package func inside(element index: Int) -> AttributeError {
        var error = self
        error.path = path.isEmpty || path.hasPrefix("[") ? "[\(index)]\(path)" : "[\(index)].\(path)"
        return error
    }

    @usableFromInline
    package static func missing(_ name: StaticString) -> AttributeError {
        AttributeError(.missingAttribute, path: name.description, reason: "the item has no such attribute")
    }

    package static func mismatch(expected: String, found: String) -> AttributeError {
        AttributeError(.typeMismatch, reason: "expected \(expected), found \(found)")
    }

    package static func malformed(_ reason: String, at offset: Int) -> AttributeError {
        AttributeError(.malformed, reason: "\(reason) (byte \(offset))")
    }

    package static var tooDeep: AttributeError {
        AttributeError(.nestingTooDeep, reason: "lists and maps are nested more than 32 levels deep")
    }

    package static var emptySet: AttributeError {
        AttributeError(.emptySet, reason: "DynamoDB has no empty sets; leave the attribute out")
    }

    package static func outOfRange(_ value: some CustomStringConvertible, as type: String) -> AttributeError {
        AttributeError(.outOfRange, reason: "\(value) is not a value of \(type)")
    }

    /// A number that DynamoDB cannot store, or a text that is none.
    package init(_ error: NumberError) {
        self.init(error.code == .notANumber ? .notANumber : .outOfRange, reason: error.description)
    }
}
