/// Reads `Decodable` types from a tree of values.
struct AttributeValueDecoder: Decoder {
    let value: AttributeValue
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ value: AttributeValue, at path: [any CodingKey]) {
        self.value = value
        codingPath = path
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .map(let entries) = value else { throw mismatch([String: AttributeValue].self, "M") }
        return KeyedDecodingContainer(Keyed(entries: entries, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let values) = value else { throw mismatch([AttributeValue].self, "L") }
        return Unkeyed(values: values, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }

    private func mismatch(_ type: Any.Type, _ expected: String) -> DecodingError {
        let context = DecodingError.Context(
            codingPath: codingPath, debugDescription: "expected \(expected), found \(value.type)")
        return value == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    /// The value as one of ours.
    func converted<T: AttributeConvertible>(_ type: T.Type) throws -> T {
        do throws(AttributeError) {
            return try value.converted(to: type)
        } catch {
            let context = DecodingError.Context(
                codingPath: codingPath, debugDescription: error.description, underlyingError: error)
            switch error.code {
            case .typeMismatch where value == .null: throw DecodingError.valueNotFound(type, context)
            case .typeMismatch: throw DecodingError.typeMismatch(type, context)
            default: throw DecodingError.dataCorrupted(context)
            }
        }
    }

    /// The value as any type, with our own conversion where there is one.
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        if let leaf = type as? any CodableLeaf.Type, let result = try converted(leaf) as? T { return result }
        return try T(from: self)
    }
}

extension AttributeValueDecoder {
    struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let entries: [String: AttributeValue]
        let codingPath: [any CodingKey]

        var allKeys: [Key] { entries.keys.compactMap { Key(stringValue: $0) } }

        func contains(_ key: Key) -> Bool { entries[key.stringValue] != nil }

        private func decoder(_ key: some CodingKey) throws -> AttributeValueDecoder {
            guard let value = entries[key.stringValue] else {
                throw DecodingError.keyNotFound(
                    key, .init(codingPath: codingPath, debugDescription: "the map has no such entry"))
            }
            return AttributeValueDecoder(value, at: codingPath + [key])
        }

        func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).value == .null }

        func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decoder(key).converted(type) }
        func decode(_ type: String.Type, forKey key: Key) throws -> String { try decoder(key).converted(type) }
        func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try decoder(key).converted(type) }
        func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try decoder(key).converted(type) }
        func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try decoder(key).converted(type) }
        func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try decoder(key).converted(type) }
        func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try decoder(key).converted(type) }
        func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try decoder(key).converted(type) }
        func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try decoder(key).converted(type) }
        func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 { try decoder(key).converted(type) }
        func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try decoder(key).converted(type) }
        func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try decoder(key).converted(type) }
        func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try decoder(key).converted(type) }
        func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try decoder(key).converted(type) }
        func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try decoder(key).converted(type) }
        func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 { try decoder(key).converted(type) }
        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try decoder(key).decode(type) }

        func nestedContainer<NestedKey: CodingKey>(
            keyedBy type: NestedKey.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<NestedKey> {
            try decoder(key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try decoder(key).unkeyedContainer()
        }

        func superDecoder() throws -> any Decoder { try decoder(AttributeCodingKey.superclass) }

        func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }
    }

    struct Unkeyed: UnkeyedDecodingContainer {
        let values: [AttributeValue]
        let codingPath: [any CodingKey]
        var currentIndex = 0

        var count: Int? { values.count }
        var isAtEnd: Bool { currentIndex >= values.count }

        private func decoder() throws -> AttributeValueDecoder {
            let path = codingPath + [AttributeCodingKey(intValue: currentIndex)]
            guard currentIndex < values.count else {
                throw DecodingError.valueNotFound(
                    AttributeValue.self, .init(codingPath: path, debugDescription: "the list ends before this element"))
            }
            return AttributeValueDecoder(values[currentIndex], at: path)
        }

        /// Reads an element, and goes on to the next if that succeeds.
        private mutating func next<T>(_ read: (AttributeValueDecoder) throws -> T) throws -> T {
            let result = try read(decoder())
            currentIndex += 1
            return result
        }

        mutating func decodeNil() throws -> Bool {
            guard try decoder().value == .null else { return false }
            currentIndex += 1
            return true
        }

        mutating func decode(_ type: Bool.Type) throws -> Bool { try next { try $0.converted(type) } }
        mutating func decode(_ type: String.Type) throws -> String { try next { try $0.converted(type) } }
        mutating func decode(_ type: Double.Type) throws -> Double { try next { try $0.converted(type) } }
        mutating func decode(_ type: Float.Type) throws -> Float { try next { try $0.converted(type) } }
        mutating func decode(_ type: Int.Type) throws -> Int { try next { try $0.converted(type) } }
        mutating func decode(_ type: Int8.Type) throws -> Int8 { try next { try $0.converted(type) } }
        mutating func decode(_ type: Int16.Type) throws -> Int16 { try next { try $0.converted(type) } }
        mutating func decode(_ type: Int32.Type) throws -> Int32 { try next { try $0.converted(type) } }
        mutating func decode(_ type: Int64.Type) throws -> Int64 { try next { try $0.converted(type) } }
        mutating func decode(_ type: Int128.Type) throws -> Int128 { try next { try $0.converted(type) } }
        mutating func decode(_ type: UInt.Type) throws -> UInt { try next { try $0.converted(type) } }
        mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next { try $0.converted(type) } }
        mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next { try $0.converted(type) } }
        mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next { try $0.converted(type) } }
        mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next { try $0.converted(type) } }
        mutating func decode(_ type: UInt128.Type) throws -> UInt128 { try next { try $0.converted(type) } }
        mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next { try $0.decode(type) } }

        mutating func nestedContainer<NestedKey: CodingKey>(
            keyedBy type: NestedKey.Type
        ) throws -> KeyedDecodingContainer<NestedKey> {
            try next { try $0.container(keyedBy: type) }
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            try next { try $0.unkeyedContainer() }
        }

        mutating func superDecoder() throws -> any Decoder { try next { $0 } }
    }

    struct Single: SingleValueDecodingContainer {
        let decoder: AttributeValueDecoder

        var codingPath: [any CodingKey] { decoder.codingPath }

        func decodeNil() -> Bool { decoder.value == .null }
        func decode(_ type: Bool.Type) throws -> Bool { try decoder.converted(type) }
        func decode(_ type: String.Type) throws -> String { try decoder.converted(type) }
        func decode(_ type: Double.Type) throws -> Double { try decoder.converted(type) }
        func decode(_ type: Float.Type) throws -> Float { try decoder.converted(type) }
        func decode(_ type: Int.Type) throws -> Int { try decoder.converted(type) }
        func decode(_ type: Int8.Type) throws -> Int8 { try decoder.converted(type) }
        func decode(_ type: Int16.Type) throws -> Int16 { try decoder.converted(type) }
        func decode(_ type: Int32.Type) throws -> Int32 { try decoder.converted(type) }
        func decode(_ type: Int64.Type) throws -> Int64 { try decoder.converted(type) }
        func decode(_ type: Int128.Type) throws -> Int128 { try decoder.converted(type) }
        func decode(_ type: UInt.Type) throws -> UInt { try decoder.converted(type) }
        func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.converted(type) }
        func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.converted(type) }
        func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.converted(type) }
        func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.converted(type) }
        func decode(_ type: UInt128.Type) throws -> UInt128 { try decoder.converted(type) }
        func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.decode(type) }
    }
}
