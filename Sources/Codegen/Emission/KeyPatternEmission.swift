import EntityMacrosLite

/// Writes how attributes are read back from a key's text: `"TENANT#\(.whole)"`.
struct KeyPatternEmission {
    let entity: EntityModel
    /// Whether ElectroDB's texts are read, which have lost their letters' case, and end where they seem to: enough to find an item by
    /// the key, and not to know its attributes.
    var readsRaw = false

    /// The attributes that a text can be taken apart into, in its order; nil where one of them is not told by it.
    func attributes(of template: KeyTemplateModel) -> [AttributeModel]? {
        var attributes: [AttributeModel] = []
        for (index, segment) in template.segments.enumerated() {
            guard case .part(let part) = segment else { continue }
            guard let attribute = entity.attribute(part.attribute), form(of: part, attribute) != nil,
                isTold(part, before: template.segments.dropFirst(index + 1).first),
                !part.encoding.isVariableWidth || isEnded(template.segments.dropFirst(index + 1).first)
            else { return nil }
            attributes.append(attribute)
        }
        return attributes
    }

    /// `(articleID, commentID) = try item.keyParts("sk", "COMMENT#\(.whole)#\(.whole)")`
    ///
    /// - Parameter place: Where an attribute is put.
    func read(
        _ keyAttribute: String, _ template: KeyTemplateModel, from item: String,
        place: (String) -> ExpressionSyntax = { .name($0) }
    ) -> StatementSyntax {
        let names = template.parts.map { place($0.attribute) }
        let pattern = template.segments.map { segment -> InterpolationSegment in
            switch segment {
            case .text(let text): return .text(text)
            case .part(let part):
                let form = entity.attribute(part.attribute).flatMap { self.form(of: part, $0) }
                return .placeholder([ArgumentSyntax(nil, form ?? .member(nil, "whole"))])
            }
        }
        let read = ExpressionSyntax.call(
            .member(.name(item), names.count == 1 ? "keyPart" : "keyParts"),
            [
                ArgumentSyntax(nil, .string(keyAttribute)),
                ArgumentSyntax(nil, KeyTextEmission.cased(.interpolation(pattern), template.casing)),
            ])
        return .assignment(names.count == 1 ? names[0] : .tuple(names), .try(read))
    }

    /// The form of a part; nil for one that does not tell its value.
    private func form(of part: KeyPlaceholderModel, _ attribute: AttributeModel) -> ExpressionSyntax? {
        let whole = ExpressionSyntax.member(nil, "whole")
        switch part.encoding {
        case .text(lowercased: false), .bool, .uuid, .ulid, .date(unit: nil): return whole
        case .integer(let width, _):
            guard let digits = attribute.type.digits else { return nil }
            return digits == width
                ? whole : .call(.member(nil, "digits"), [ArgumentSyntax(nil, .literal("\(width)"))])
        case .decimal(let width, let scale):
            switch attribute.type {
            case .double, .float, .decimal, .number: break
            default: return nil
            }
            return .call(
                .member(nil, "fixedPoint"),
                [ArgumentSyntax("width", .literal("\(width)")), ArgumentSyntax("scale", .literal("\(scale)"))])
        case .raw: return readsRaw && attribute.type.isReadableRaw ? .member(nil, "raw") : nil
        case .text(lowercased: true), .date(unit: .some), .shard, .custom, .native, .number: return nil
        }
    }

    /// Whether an ElectroDB text is the last, or has one behind it.
    private func isTold(_ part: KeyPlaceholderModel, before next: KeySegment?) -> Bool {
        if case .raw = part.encoding, case .part? = next { return false }
        return true
    }

    /// Whether what follows a text tells where it ends: a character that is escaped in the text, and no part of an escape.
    private func isEnded(_ next: KeySegment?) -> Bool {
        switch next {
        case nil: return true
        case .part: return false
        case .text(let literal):
            guard let first = literal.unicodeScalars.first, first.isASCII else { return false }
            return !"%0123456789ABCDEF".unicodeScalars.contains(first)
        }
    }
}

extension AttributeTypeModel {
    /// Whether a value can be told by its text in ElectroDB's keys.
    fileprivate var isReadableRaw: Bool {
        switch self {
        case .string, .bool, .integer, .double, .float, .decimal, .number, .uuid, .ulid, .url, .choice, .date(.iso8601):
            true
        default: false
        }
    }

    /// The decimal digits of the greatest value of a whole number.
    fileprivate var digits: Int? {
        switch self {
        case .integer(let type): type.digits
        case .rawRepresentable(let type): type.rawType.digits
        default: nil
        }
    }
}

extension ExpressionSyntax {
    /// `(a, b)`
    static func tuple(_ elements: [ExpressionSyntax]) -> ExpressionSyntax {
        .call(.literal(""), elements.map { ArgumentSyntax(nil, $0) })
    }
}
