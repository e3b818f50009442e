extension Date: CodableLeaf {}
extension Data: CodableLeaf {}
extension UUID: CodableLeaf {}
extension URL: CodableLeaf {}
extension Decimal: CodableLeaf {}
extension Number: CodableLeaf {}
extension ULID: CodableLeaf {}
extension Array: CodableLeaf where Element == UInt8 {}

extension Number: Codable {
    /// Reads a text, or a number if the format has those.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            try self.init(parsing: text)
        } else if let integer = try? container.decode(Int64.self) {
            self.init(integer)
        } else {
            try self.init(container.decode(Double.self))
        }
    }

    /// Writes a text, which loses no digit in any format.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
