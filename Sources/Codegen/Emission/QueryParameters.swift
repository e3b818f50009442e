import EntityMacrosLite

/// What a query of an access pattern asks for: each value once, the partition's first.
struct QueryParameters {
    /// A value that a query takes.
    struct Parameter {
        var name: String
        var type: String
        /// The attribute's type; nil for the number of a shard.
        var attributeType: AttributeTypeModel?
        var part: KeyPlaceholderModel
    }

    let partition: [Parameter]
    /// Those of the sort key that the partition has not asked for already.
    let sort: [Parameter]

    init(_ pattern: AccessPatternModel, of entity: EntityModel, choicesIn owner: String? = nil) {
        var seen: Set<String> = []
        func parameters(_ parts: [KeyPlaceholderModel]) -> [Parameter] {
            parts.compactMap { part in
                guard seen.insert(part.parameter).inserted else { return nil }
                if case .shard = part.encoding {
                    return Parameter(name: part.parameter, type: "Swift.Int", attributeType: nil, part: part)
                }
                guard let attribute = entity.attribute(part.attribute) else { return nil }
                return Parameter(
                    name: part.parameter, type: attribute.valueType(choicesIn: owner), attributeType: attribute.type,
                    part: part)
            }
        }
        partition = parameters(pattern.partitionParts)
        sort = parameters(pattern.sortParts)
    }
}

extension QueryParameters.Parameter {
    var syntax: ParameterSyntax { ParameterSyntax(name: name, type: type) }

    /// The same, as a bound of a range.
    var boundSyntax: ParameterSyntax { ParameterSyntax(name: name, type: isTextRange ? "Swift.String" : type) }

    /// The same, as a range of values.
    var rangeSyntax: ParameterSyntax {
        ParameterSyntax(name: name, type: "Entities.SortKeyRange<\(boundSyntax.type)>")
    }

    /// Whether a range is one of texts: ElectroDB compares what stands in the key, whatever the value means.
    var isTextRange: Bool {
        switch (part.encoding, attributeType) {
        case (.raw, .choice), (.raw, .bool), (.raw, .url): true
        case (.native, .choice): part.allowsRange
        case (.raw, .rawRepresentable(let type)): !type.isOrdered
        default: false
        }
    }

    /// Whether a range of the part's texts is the range of its values: not where only a part of a value is in the key.
    var allowsRange: Bool {
        if isTextRange { return true }
        guard part.allowsRange, part.escapedDelimiter == nil, let attributeType else { return false }
        switch (attributeType, part.encoding) {
        case (_, .date(unit: .some)), (_, .bool), (_, .custom), (_, .shard), (_, .text(lowercased: true)): return false
        case (.string, _), (.integer, _), (.double, _), (.float, _), (.decimal, _), (.number, _), (.date, _),
            (.uuid, _),
            (.ulid, _), (.rawRepresentable, _):
            return true
        default: return false
        }
    }
}
