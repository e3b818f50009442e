/// The name of a secondary index, shared by the table that declares it and the access patterns that use it.
///
/// ```swift
/// extension IndexName { static let region = IndexName("region") }
/// ```
public struct IndexName: Hashable, Sendable {
    /// The index's name in DynamoDB: 3 to 255 of `a-z A-Z 0-9 _ . -`.
    public let rawValue: String

    public init(_ rawValue: String) { self.rawValue = rawValue }
}

extension IndexName: CustomStringConvertible {
    public var description: String { rawValue }
}

extension IndexName {
    public static let gsi1 = IndexName("gsi1")
    public static let gsi2 = IndexName("gsi2")
    public static let gsi3 = IndexName("gsi3")
    public static let gsi4 = IndexName("gsi4")
    public static let gsi5 = IndexName("gsi5")
    public static let gsi6 = IndexName("gsi6")
    public static let gsi7 = IndexName("gsi7")
    public static let gsi8 = IndexName("gsi8")
    public static let gsi9 = IndexName("gsi9")
    public static let gsi10 = IndexName("gsi10")
    public static let gsi11 = IndexName("gsi11")
    public static let gsi12 = IndexName("gsi12")
    public static let gsi13 = IndexName("gsi13")
    public static let gsi14 = IndexName("gsi14")
    public static let gsi15 = IndexName("gsi15")
    public static let gsi16 = IndexName("gsi16")
    public static let gsi17 = IndexName("gsi17")
    public static let gsi18 = IndexName("gsi18")
    public static let gsi19 = IndexName("gsi19")
    public static let gsi20 = IndexName("gsi20")

    public static let lsi1 = IndexName("lsi1")
    public static let lsi2 = IndexName("lsi2")
    public static let lsi3 = IndexName("lsi3")
    public static let lsi4 = IndexName("lsi4")
    public static let lsi5 = IndexName("lsi5")
}
