import Entities
import EntityMacrosLite

extension KeyPlaceholderEncoding {
    /// How many shards there can be.
    static let shardCounts = 2...10_000
    static let shardCountText = "2 to 10000"

    /// Why an attribute cannot be in a key as it was asked for.
    struct Problem: Error {
        var code: String
        var reason: String
    }

    /// How an attribute's values are written in a key.
    init(_ attribute: ReadAttribute, _ form: KeyPlaceholderForm) throws(Problem) {
        switch form {
        case .whole: self = try Self.whole(attribute)
        case .number(let width, let scale): self = try Self.number(attribute.model.type, width, scale)
        case .date(let unit): self = .date(unit: unit)
        case .casing(.lowercased): self = .text(lowercased: true)
        case .shard(let count):
            guard Self.shardCounts.contains(count) else {
                throw Problem(
                    code: "key-shard-count",
                    reason: "it is spread over \(count) shards; give \(Self.shardCountText) with 'of:'.")
            }
            self = .shard(count: count, of: try Self.whole(attribute))
        }
    }

    /// How an attribute's values are written in a key of ElectroDB's: as JavaScript writes what is stored of them.
    init(raw attribute: ReadAttribute, _ form: KeyPlaceholderForm) throws(Problem) {
        guard form == .whole else {
            throw Problem(
                code: "key-format",
                reason: """
                    ElectroDB knows no forms of a value in a key: leave the form away; numbers keep their order with '.padded(to:)'.
                    """)
        }
        switch attribute.model.type {
        case .string, .url, .choice, .integer, .bool, .uuid, .ulid, .double, .float, .decimal, .number, .date,
            .rawRepresentable:
            self = .raw(padding: attribute.model.padding)
        case .convertible(let name):
            throw Self.type("\(name) is stored in a way of its own, of which ElectroDB's keys know nothing")
        case .data, .bytes, .any, .map, .list, .set, .dictionary: self = try Self.whole(attribute)
        }
    }

    private static func whole(_ attribute: ReadAttribute) throws(Problem) -> Self {
        switch attribute.model.type {
        case .string, .url, .choice: return .text(lowercased: false)
        case .integer(let type):
            // As many digits as the number of a hashed shard.
            if let count = attribute.model.shardCount { return .integer(width: count.shardDigits, isSigned: false) }
            return .integer(width: type.digits, isSigned: type.isSigned)
        case .bool: return .bool
        case .date: return .date(unit: nil)
        case .uuid: return .uuid
        case .ulid: return .ulid
        case .double, .float, .decimal, .number:
            throw Problem(
                code: "key-number-width",
                reason: """
                    the order of its numbers is kept only with a fixed width: say how many digits stand before and after the \
                    point, as in '\\(\(attribute.model.name), width: 8, scale: 2)', or '.part(width: 8, scale: 2)' in a list.
                    """)
        case .rawRepresentable(let type):
            guard attribute.valueType is any KeyPart.Type else { throw notAPart(type.typeName) }
            if case .integer(let integer) = type.rawType {
                return .integer(width: integer.digits, isSigned: integer.isSigned)
            }
            return .text(lowercased: false)
        case .convertible(let name):
            guard attribute.valueType is any KeyPart.Type else { throw notAPart(name) }
            return .custom
        case .data, .bytes: throw type("binary data has no text; a key attribute of its own can be binary")
        case .any: throw type("its type is only known with its value")
        case .map: throw type("a map has no text")
        case .list: throw type("a list has no text")
        case .set: throw type("a set has no text")
        case .dictionary: throw type("a dictionary has no text")
        }
    }

    private static func number(
        _ type: AttributeTypeModel, _ width: Int, _ scale: Int
    ) throws(Problem) -> Self {
        guard width >= 1, scale >= 0, width + scale <= 38 else {
            throw Problem(
                code: "key-number-width",
                reason: """
                    it has a width of \(width) and a scale of \(scale); give at least 1 and 0, and 38 digits together at most.
                    """)
        }
        guard case .integer(let integer) = type else { return .decimal(width: width, scale: scale) }
        guard scale == 0 else {
            throw Problem(
                code: "key-number-width", reason: "a whole number has no digits after the point: leave 'scale:' away.")
        }
        return .integer(width: width, isSigned: integer.isSigned)
    }

    private static func type(_ reason: String) -> Problem {
        Problem(code: "key-attribute-type", reason: reason + ".")
    }

    private static func notAPart(_ name: String) -> Problem {
        Problem(
            code: "key-attribute-type",
            reason:
                "\(name) does not say how it is written in a key: conform it to KeyPart, as in 'extension \(name): KeyPart {}'."
        )
    }
}

extension Int {
    /// The digits of the greatest number of so many shards.
    var shardDigits: Int { String(self - 1).utf8.count }
}

extension KeyTemplateModel {
    /// The template with adjoining texts joined, and each part told what follows it.
    func resolvingDelimiters(_ types: [String: AttributeTypeModel]) -> KeyTemplateModel {
        var joined: [KeySegment] = []
        for segment in segments {
            if case .text(let text) = segment, case .text(let before)? = joined.last {
                joined[joined.count - 1] = .text(before + text)
            } else if segment != .text("") {
                joined.append(segment)
            }
        }
        for index in joined.indices {
            guard case .part(var part) = joined[index] else { continue }
            var delimiter: Unicode.Scalar?
            if joined.indices.contains(index + 1), case .text(let text) = joined[index + 1] {
                delimiter = text.unicodeScalars.first
            }
            // All that sorts below "&" is escaped in any text; what sorts above has to be for the key to be taken apart.
            let isEscaped = delimiter.map { $0.value > 0x25 } ?? false
            if part.encoding.isVariableWidth, isEscaped { part.escapedDelimiter = delimiter.map { String($0) } }
            part.allowsRange = part.encoding.keepsOrder(of: types[part.attribute]) && part.escapedDelimiter == nil
            joined[index] = .part(part)
        }
        var copy = self
        copy.segments = joined
        return copy
    }
}

extension KeyPlaceholderEncoding {
    /// Whether the type's values have an order, and the texts have it too.
    fileprivate func keepsOrder(of type: AttributeTypeModel?) -> Bool {
        switch self {
        case .text(let lowercased): !lowercased && type?.isOrdered ?? false
        case .integer: type?.isOrdered ?? false
        case .decimal, .date, .uuid, .ulid, .native, .raw, .number: true
        case .bool, .shard, .custom: false
        }
    }
}
