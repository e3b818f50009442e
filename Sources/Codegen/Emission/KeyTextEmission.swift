import EntityMacrosLite

/// Writes the text of a key as a string literal with placeholders: `"TENANT#\(tenantID)#SLUG#\(slug)"`.
struct KeyTextEmission {
    let entity: EntityModel

    /// The whole text of a key, its letters cased; the number, for a numeric key.
    func text(_ template: KeyTemplateModel, value: (KeyPlaceholderModel) -> PlaceholderValue) -> ExpressionSyntax {
        if let part = template.number, case .attribute(let number) = value(part) {
            guard entity.attribute(part.attribute)?.type == .bool else { return number }
            return .infix(.infix(number, "?", .literal("1")), ":", .literal("0"))
        }
        return Self.cased(expression(template.segments, value: value), template.casing)
    }

    /// `.lowercased("…")`
    static func cased(_ text: ExpressionSyntax, _ casing: KeyTextCasing?) -> ExpressionSyntax {
        switch casing {
        case nil, .asWritten: text
        case .lowercased, .uppercased: .call(.member(nil, casing?.rawValue ?? ""), [ArgumentSyntax(nil, text)])
        }
    }

    /// - Parameter value: What a placeholder's value is at this place.
    func expression(
        _ segments: some Sequence<KeySegment>, value: (KeyPlaceholderModel) -> PlaceholderValue
    ) -> ExpressionSyntax {
        let pieces = segments.map { segment in
            switch segment {
            case .text(let text): InterpolationSegment.text(text)
            case .part(let part): InterpolationSegment.placeholder(arguments(part, value(part)))
            }
        }
        return .interpolation(pieces)
    }

    /// A value as it stands in the placeholder of a key's text.
    enum PlaceholderValue {
        /// A value of the attribute.
        case attribute(ExpressionSyntax)
        /// The number of a shard.
        case shard(ExpressionSyntax)
        /// The text of a value, or the beginning of it.
        case text(ExpressionSyntax)
        /// A value that the attribute is compared with: exact, where the attribute's own values are rounded.
        case bound(ExpressionSyntax)
    }

    private func arguments(_ part: KeyPlaceholderModel, _ value: PlaceholderValue) -> [ArgumentSyntax] {
        switch (value, part.encoding) {
        case (.shard(let number), .shard(let count, _)):
            [ArgumentSyntax("shard", number), ArgumentSyntax("count", .literal("\(count)"))]
        case (.text(let text), .raw(let padding)): [ArgumentSyntax("raw", text)] + Self.arguments(of: padding)
        case (.attribute(let value), _), (.shard(let value), _), (.text(let value), _):
            form(part.encoding, of: stored(value, part), part) + delimiter(part)
        case (.bound(let value), _): form(part.encoding, of: normalized(value, part) ?? value, part) + delimiter(part)
        }
    }

    /// The value as it is stored, so that a key is the same before and after: an attribute in seconds makes no key in milliseconds.
    private func stored(_ value: ExpressionSyntax, _ part: KeyPlaceholderModel) -> ExpressionSyntax {
        if let normalized = normalized(value, part) { return normalized }
        guard case .date(.epochSeconds) = entity.attribute(part.attribute)?.type else { return value }
        switch part.encoding {
        // Written by its coding.
        case .raw: return value
        // Part of a date is the same for all of a second.
        case .date(unit: .some): return value
        default: return value.member(DateStorage.epochSeconds.roundedDate)
        }
    }

    private func normalized(_ value: ExpressionSyntax, _ part: KeyPlaceholderModel) -> ExpressionSyntax? {
        guard let attribute = entity.attribute(part.attribute), attribute.normalizedForm != nil else { return nil }
        return StoredForm(owner: entity.typeName).normalizing(value, attribute)
    }

    private func form(
        _ encoding: KeyPlaceholderEncoding, of value: ExpressionSyntax, _ part: KeyPlaceholderModel
    ) -> [ArgumentSyntax] {
        switch encoding {
        case .text(lowercased: false), .bool, .uuid, .ulid, .custom, .date(unit: nil), .native, .number:
            [ArgumentSyntax(nil, value)]
        case .raw(let padding): raw(value, padding, part)
        case .text(lowercased: true): [ArgumentSyntax("lowercased", value)]
        case .integer(let width, _): integer(value, width, part)
        case .decimal(let width, let scale):
            [
                ArgumentSyntax(nil, value), ArgumentSyntax("width", .literal("\(width)")),
                ArgumentSyntax("scale", .literal("\(scale)")),
            ]
        case .date(let unit?): [ArgumentSyntax(nil, value), ArgumentSyntax(nil, .member(nil, unit.rawValue))]
        case .shard(let count, _): [ArgumentSyntax("shard", value), ArgumentSyntax("of", .literal("\(count)"))]
        }
    }

    /// A value as JavaScript writes what is stored of it.
    private func raw(
        _ value: ExpressionSyntax, _ padding: PaddingModel?, _ part: KeyPlaceholderModel
    ) -> [ArgumentSyntax] {
        let type = entity.attribute(part.attribute)?.type
        var arguments = [ArgumentSyntax("raw", value)]
        switch type {
        case .choice, .rawRepresentable: arguments = [ArgumentSyntax("raw", value.member("rawValue"))]
        default:
            if let coding = type?.coding { arguments.append(ArgumentSyntax("as", .type("\(coding).self"))) }
        }
        return arguments + Self.arguments(of: padding)
    }

    private static func arguments(of padding: PaddingModel?) -> [ArgumentSyntax] {
        padding.map { [ArgumentSyntax("padding", .literal("\($0.length)")), ArgumentSyntax(nil, .string($0.fill))] }
            ?? []
    }

    private func integer(_ value: ExpressionSyntax, _ width: Int, _ part: KeyPlaceholderModel) -> [ArgumentSyntax] {
        let width = ArgumentSyntax("width", .literal("\(width)"))
        let attribute = entity.attribute(part.attribute)
        if let count = attribute?.shardCount, width.value == .literal("\(count.shardDigits)") {
            return [ArgumentSyntax("shard", value), ArgumentSyntax("count", .literal("\(count)"))]
        }
        switch attribute?.type {
        case .integer(let type) where width.value == .literal("\(type.digits)"): return [ArgumentSyntax(nil, value)]
        case .rawRepresentable(let type):
            if case .integer(let raw) = type.rawType, width.value == .literal("\(raw.digits)") {
                return [ArgumentSyntax(nil, value)]
            }
            return [ArgumentSyntax(nil, value.member("rawValue")), width]
        default: return [ArgumentSyntax(nil, value), width]
        }
    }

    private func delimiter(_ part: KeyPlaceholderModel) -> [ArgumentSyntax] {
        part.escapedDelimiter.map { [ArgumentSyntax("before", .string($0))] } ?? []
    }

    /// Whether the bound of a range is written as its type says, without a word about its form.
    func isInOwnForm(_ part: KeyPlaceholderModel) -> Bool {
        entity.attribute(part.attribute)?.normalizedForm == nil
            && form(part.encoding, of: .name("value"), part) + delimiter(part) == [ArgumentSyntax(nil, .name("value"))]
    }
}

extension KeyTemplateModel {
    /// The part that a numeric key is a copy of; nil for a text.
    var number: KeyPlaceholderModel? {
        guard segments.count == 1, case .part(let part) = segments[0], part.encoding == .number else { return nil }
        return part
    }

    /// The text before the first part.
    var leadingText: [KeySegment] {
        Array(segments.prefix { if case .text = $0 { true } else { false } })
    }
}
