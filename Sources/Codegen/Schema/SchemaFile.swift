public import struct Foundation.Data
public import class Foundation.JSONDecoder
public import class Foundation.JSONEncoder

extension ServiceSchema {
    /// The schema as JSON: sorted keys, indented, the same bytes for the same schema.
    public func jsonData() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// Reads a schema that ``jsonData()`` wrote. Locations are unknown afterwards.
    ///
    /// - Throws: `SchemaFileError` for a format that this version does not read, or `DecodingError`.
    public init(jsonData data: Data) throws {
        struct Header: Decodable { var formatVersion: Int }
        let version = try JSONDecoder().decode(Header.self, from: data).formatVersion
        guard version == Self.currentFormatVersion else { throw SchemaFileError(formatVersion: version) }
        self = try JSONDecoder().decode(Self.self, from: data)
    }
}

/// A schema file of a format that this version does not read.
public struct SchemaFileError: Error, CustomStringConvertible {
    public let formatVersion: Int

    public var description: String {
        """
        The schema file has format \(formatVersion), and this version reads format \(ServiceSchema.currentFormatVersion): \
        write it again with this version's generator.
        """
    }
}
