import Entities
import EntityMacrosLite

import struct Foundation.Data
import struct Foundation.Date
import struct Foundation.Decimal
import struct Foundation.URL
import struct Foundation.UUID

/// Tells what an attribute's type is, and remembers the nested maps and the modules that it met on the way.
struct TypeReader {
    /// A type, or why it cannot be an attribute's.
    enum Problem: Error {
        case unsupported(String)
    }

    /// What an attribute's options say about its type.
    struct Context {
        /// The record that a generated enum goes into: `Article`.
        var owner: String
        /// The generated enum, if the attribute has one.
        var choice: ChoiceModel
        var dates: DateStorage
        /// The module of the definitions.
        var module: String
    }

    /// The map definitions that were met, by type name, in the order of their first use.
    private(set) var maps: [(name: String, definition: any MapDefinition.Type)] = []
    /// The modules of the user's own types.
    private(set) var modules: Set<String> = []

    /// The type of an attribute, without its `Optional`.
    mutating func read(_ type: Any.Type, _ context: Context) throws(Problem) -> AttributeTypeModel {
        if let scalar = Self.scalars[ObjectIdentifier(type)] { return scalar }
        if type == Date.self { return .date(context.dates) }
        if type == Choice.self { return .choice(context.choice) }
        if let structured = type as? any StructuredType.Type {
            switch structured.structure {
            case .optional(let wrapped):
                throw .unsupported(
                    "an optional \(wrapped) inside of another type: only the attribute itself can be optional")
            case .list(let element): return try .list(element: read(element, context))
            case .set(let element): return try set(of: element, context)
            case .dictionary(let key, let value):
                guard key == String.self else {
                    throw .unsupported("a dictionary with keys of type \(key): DynamoDB's maps have String keys")
                }
                return try .dictionary(value: read(value, context))
            case .map(let definition): return .map(definition: add(definition))
            }
        }
        return try custom(type, context)
    }

    private mutating func set(of element: Any.Type, _ context: Context) throws(Problem) -> AttributeTypeModel {
        let model = AttributeTypeModel.set(element: try read(element, context))
        guard model.dynamoDBType != nil || (element as? any AttributeConvertible.Type) != nil else {
            throw .unsupported(
                "a set of \(element): DynamoDB's sets hold strings, numbers or binary values; use a list")
        }
        if case .set(let inner) = model, [.bool, .list, .map].contains(inner.dynamoDBType) {
            throw .unsupported(
                "a set of \(element): DynamoDB's sets hold strings, numbers or binary values; use a list")
        }
        return model
    }

    private mutating func custom(_ type: Any.Type, _ context: Context) throws(Problem) -> AttributeTypeModel {
        guard type is any AttributeConvertible.Type else {
            if type is any RawRepresentable.Type {
                throw .unsupported(
                    "\(type), which does not say how it is stored: add 'extension \(type): AttributeConvertible {}' beside it"
                )
            }
            if type is any Codable.Type {
                throw .unsupported(
                    "\(type), which does not say how it is stored: conform it to CodableAttribute, or to AttributeConvertible"
                )
            }
            throw .unsupported("\(type), which DynamoDB cannot store: conform it to AttributeConvertible")
        }
        let name = try qualifiedName(of: type, context)
        guard let raw = type as? any RawRepresentable.Type else { return .convertible(typeName: name) }
        let rawType = try read(rawType(of: raw), context)
        switch rawType {
        case .string, .integer:
            return .rawRepresentable(
                RawRepresentableModel(
                    typeName: name, rawType: rawType, rawValues: rawValues(of: type), isOrdered: isOrdered(type)))
        default: return .convertible(typeName: name)
        }
    }

    /// The name by which generated code calls a type of the user's own.
    private mutating func qualifiedName(of type: Any.Type, _ context: Context) throws(Problem) -> String {
        let name = String(reflecting: type)
        guard !name.contains("(") else {
            throw .unsupported("\(type), which is private or local: generated code cannot name it")
        }
        // All modules, those of generic arguments as well: the words before a dot that no dot stands before.
        var found: Set<String> = []
        for path in name.split(whereSeparator: { "<>,[]?: ".contains($0) }) where path.contains(".") {
            found.insert(String(path.prefix { $0 != "." }))
        }
        guard !found.contains(context.module) else {
            throw .unsupported(
                """
                \(type), which is declared beside the definitions: generated code cannot import a program; move it to a \
                target of its own
                """)
        }
        modules.formUnion(found.subtracting(["Swift", "Foundation", "FoundationEssentials", "Entities"]))
        return name.split(separator: "FoundationEssentials.", omittingEmptySubsequences: false).joined(
            separator: "Foundation.")
    }

    private mutating func add(_ definition: any MapDefinition.Type) -> String {
        let name = String(describing: definition)
        if !maps.contains(where: { $0.definition == definition }) { maps.append((name, definition)) }
        return name
    }

    private func rawType<R: RawRepresentable>(of type: R.Type) -> Any.Type { R.RawValue.self }

    private func rawValues(of type: Any.Type) -> [String]? {
        func list<C: CaseIterable & RawRepresentable>(_ type: C.Type) -> [String] {
            C.allCases.map { "\($0.rawValue)" }
        }
        return (type as? any (CaseIterable & RawRepresentable).Type).map { list($0) }
    }

    /// Whether values compare as their raw values do. Of a type without a list of its cases, that is taken for granted.
    private func isOrdered(_ type: Any.Type) -> Bool {
        func agrees<C: CaseIterable & RawRepresentable & Comparable>(_ type: C.Type) -> Bool {
            let raw = C.allCases.sorted().map(\.rawValue)
            if let texts = raw as? [String] {
                return zip(texts, texts.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            }
            let numbers = raw.compactMap { Decimal(string: "\($0)") }
            return numbers.count == raw.count && zip(numbers, numbers.dropFirst()).allSatisfy(<)
        }
        if let listed = type as? any (CaseIterable & RawRepresentable & Comparable).Type { return agrees(listed) }
        return type is any Comparable.Type
    }

    private static let scalars: [ObjectIdentifier: AttributeTypeModel] = [
        ObjectIdentifier(String.self): .string,
        ObjectIdentifier(Bool.self): .bool,
        ObjectIdentifier(Int.self): .integer(.int),
        ObjectIdentifier(Int8.self): .integer(.int8),
        ObjectIdentifier(Int16.self): .integer(.int16),
        ObjectIdentifier(Int32.self): .integer(.int32),
        ObjectIdentifier(Int64.self): .integer(.int64),
        ObjectIdentifier(UInt.self): .integer(.uint),
        ObjectIdentifier(UInt8.self): .integer(.uint8),
        ObjectIdentifier(UInt16.self): .integer(.uint16),
        ObjectIdentifier(UInt32.self): .integer(.uint32),
        ObjectIdentifier(UInt64.self): .integer(.uint64),
        ObjectIdentifier(Double.self): .double,
        ObjectIdentifier(Float.self): .float,
        ObjectIdentifier(Decimal.self): .decimal,
        ObjectIdentifier(Number.self): .number,
        ObjectIdentifier(Data.self): .data,
        ObjectIdentifier([UInt8].self): .bytes,
        ObjectIdentifier(UUID.self): .uuid,
        ObjectIdentifier(ULID.self): .ulid,
        ObjectIdentifier(URL.self): .url,
        ObjectIdentifier(AttributeValue.self): .any,
    ]
}
