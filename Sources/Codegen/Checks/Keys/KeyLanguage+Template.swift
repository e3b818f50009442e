import EntityMacrosLite

extension KeyLanguage {
    /// All texts that a template can make.
    ///
    /// - Parameters:
    ///   - limited: The values that an attribute can only have where the pattern's condition holds.
    ///   - literalPrefix: Only the text before the first part: what a query without sort key values looks for.
    init(
        _ template: KeyTemplateModel, of entity: EntityModel, limited: [String: Set<LiteralValue>] = [:],
        literalPrefix: Bool = false
    ) {
        self.init()
        for segment in template.segments {
            switch segment {
            case .text(let text): append(text.utf8)
            case .part(let part):
                if literalPrefix { return }
                append(part.encoding, part, entity.attribute(part.attribute), limited[part.attribute])
            }
        }
    }

    /// All values that a key attribute of the entity's own can have, as text. Numbers and binary values are not told apart.
    init(native attribute: AttributeModel?) {
        self.init()
        switch attribute?.type {
        case .choice(let choice): append(anyOf: choice.cases.map { Array($0.rawValue.utf8) })
        case .uuid: appendUUID()
        case .ulid: appendULID()
        case .date(.iso8601): appendDate(nil)
        default: append(repeating: .all)
        }
    }

    private mutating func append(
        _ encoding: KeyPlaceholderEncoding, _ part: KeyPlaceholderModel, _ attribute: AttributeModel?,
        _ limited: Set<LiteralValue>?
    ) {
        switch encoding {
        case .text(let lowercased):
            let delimiter = part.escapedDelimiter?.utf8.first
            if let values = attribute?.type.finiteTexts {
                var allowed = values
                // Cases of the user's own enums are known by name, not by raw value.
                if case .choice = attribute?.type, let limited {
                    allowed = values.filter { limited.contains(.string($0)) }
                }
                append(anyOf: allowed.map { KeyTextEscaping.escape($0, delimiter: delimiter) })
            } else {
                appendText(
                    delimiter: delimiter, lowercased: lowercased, nonempty: (attribute?.length?.minimum ?? 0) > 0)
            }
        case .integer(let width, let isSigned):
            if isSigned { append(optional: ByteSet("-".utf8)) }
            append(.digits, count: width)
        case .decimal(let width, let scale):
            append(optional: ByteSet("-".utf8))
            append(.digits, count: width)
            if scale > 0 {
                append(".".utf8)
                append(.digits, count: scale)
            }
        case .bool:
            let values = [false, true].filter { limited?.contains(.bool($0)) ?? true }
            append(anyOf: values.map { Array("\($0)".utf8) })
        case .date(let unit): appendDate(unit)
        case .uuid: appendUUID()
        case .ulid: appendULID()
        case .shard(let count, _): append(.digits, count: count.shardDigits)
        case .custom, .native, .raw, .number: append(repeating: .all)
        }
    }

    /// Escaped text: what is above `%`, and `%` with two digits that name what is not.
    private mutating func appendText(delimiter: UInt8?, lowercased: Bool, nonempty: Bool) {
        var plain = ByteSet(UInt8(0x26)...UInt8.max)
        if let delimiter { plain.remove(delimiter) }
        if lowercased { plain = plain.subtracting(UInt8(ascii: "A")...UInt8(ascii: "Z")) }
        let percent = ByteSet("%".utf8)
        var escapes = [
            [percent, ByteSet("01".utf8), ByteSet("0123456789ABCDEF".utf8)],
            [percent, ByteSet("2".utf8), ByteSet("012345".utf8)],
        ]
        if let delimiter { escapes.append(KeyTextEscaping.escaped(delimiter).map { ByteSet(CollectionOfOne($0)) }) }
        append(repeating: plain, or: escapes, atLeastOnce: nonempty)
    }

    private mutating func appendDate(_ unit: DateBucket?) {
        let form: String =
            switch unit {
            case .year: "0000"
            case .month: "0000-00"
            case .week: "0000-W00"
            case .day: "0000-00-00"
            case .hour: "0000-00-00T00"
            case nil: "0000-00-00T00:00:00.000Z"
            }
        for byte in form.utf8 { append(byte == UInt8(ascii: "0") ? .digits : ByteSet(CollectionOfOne(byte))) }
    }

    private mutating func appendUUID() {
        let digit = ByteSet("0123456789abcdef".utf8)
        for (index, count) in [8, 4, 4, 4, 12].enumerated() {
            if index > 0 { append("-".utf8) }
            append(digit, count: count)
        }
    }

    private mutating func appendULID() {
        append(ByteSet("01234567".utf8))
        append(ByteSet("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8), count: 25)
    }
}

/// How text is written in a key.
enum KeyTextEscaping {
    /// The text with all bytes below `&`, and the delimiter, as `%XX`.
    static func escape(_ text: String, delimiter: UInt8?) -> [UInt8] {
        text.utf8.flatMap { $0 <= 0x25 || $0 == delimiter ? escaped($0) : [$0] }
    }

    static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

extension AttributeTypeModel {
    /// All texts that the type's values can be, where they are known.
    var finiteTexts: [String]? {
        switch self {
        case .choice(let choice): choice.cases.map(\.rawValue)
        case .rawRepresentable(let type): type.rawValues
        default: nil
        }
    }
}
