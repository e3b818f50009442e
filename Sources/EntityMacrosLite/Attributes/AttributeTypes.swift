public import Entities

// The groups of types that an option or a key placeholder is for. Each holds the optionals of its members as well, so that
// what is legal for `Attribute<Int>` is for `Attribute<Int?>`.

/// A number, whole or not.
public protocol NumericAttributeValue {}
/// A point in time.
public protocol DateAttributeValue {}
/// A point in time as DynamoDB's time to live can have it: a date, or an integer that reaches far enough, in seconds since 1970.
public protocol ExpiryAttributeValue {}
/// A string.
public protocol StringAttributeValue {}
/// A value that the library can make up: a ULID or a UUID.
public protocol GeneratedAttributeValue {}
/// What says whose a reservation is: a string, a ULID or a UUID, which is not optional.
public protocol HolderAttributeValue {}
/// A value with a length: a string (characters), data (bytes), a list, a set or a dictionary (elements).
public protocol MeasuredAttributeValue {}

extension Int: NumericAttributeValue {}
extension Int8: NumericAttributeValue {}
extension Int16: NumericAttributeValue {}
extension Int32: NumericAttributeValue {}
extension Int64: NumericAttributeValue {}
extension UInt: NumericAttributeValue {}
extension UInt8: NumericAttributeValue {}
extension UInt16: NumericAttributeValue {}
extension UInt32: NumericAttributeValue {}
extension UInt64: NumericAttributeValue {}
extension Double: NumericAttributeValue {}
extension Float: NumericAttributeValue {}
extension Decimal: NumericAttributeValue {}
extension Date: DateAttributeValue {}
extension Date: ExpiryAttributeValue {}
extension Int: ExpiryAttributeValue {}
extension Int64: ExpiryAttributeValue {}
extension UInt: ExpiryAttributeValue {}
extension UInt32: ExpiryAttributeValue {}
extension UInt64: ExpiryAttributeValue {}
extension Number: NumericAttributeValue {}
extension UUID: GeneratedAttributeValue {}
extension ULID: GeneratedAttributeValue {}
extension UUID: HolderAttributeValue {}
extension ULID: HolderAttributeValue {}
extension String: StringAttributeValue, MeasuredAttributeValue, HolderAttributeValue {}
extension Data: MeasuredAttributeValue {}
extension Array: MeasuredAttributeValue {}
extension Set: MeasuredAttributeValue {}
extension Dictionary: MeasuredAttributeValue {}

extension Optional: NumericAttributeValue where Wrapped: NumericAttributeValue {}
extension Optional: DateAttributeValue where Wrapped: DateAttributeValue {}
extension Optional: ExpiryAttributeValue where Wrapped: ExpiryAttributeValue {}
extension Optional: StringAttributeValue where Wrapped: StringAttributeValue {}
extension Optional: MeasuredAttributeValue where Wrapped: MeasuredAttributeValue {}
