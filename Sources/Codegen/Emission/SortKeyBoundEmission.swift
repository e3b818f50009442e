import EntityMacrosLite

/// Writes the type of the bounds of ranges over several parts of a sort key.
struct SortKeyBoundEmission {
    let pattern: AccessPatternModel
    let ordered: OrderedSortParts
    let emitter: EntityEmitter

    /// `ByScoreBound`
    var name: String { SwiftName.boundTypeName(of: pattern.name) }

    var declaration: TypeSyntax {
        let access = emitter.access
        let place = PropertySyntax(
            modifiers: access.modifiers, isConstant: true, name: "place", type: "Entities.SortKeyPlace")
        let names = ordered.parameters.map(\.name).joined(separator: ", ")
        return TypeSyntax(
            documentation: ["Where a range of `\(pattern.name)(…, in:)` begins or ends, in the order of \(names)."],
            modifiers: access.modifiers, keyword: .struct, name: name, inherited: ["Entities.SortKeyBound"],
            members: [.property(place)] + ordered.parameters.indices.map { .function(initializer(through: $0)) })
    }

    private func initializer(through last: Int) -> FunctionSyntax {
        let segments = pattern.sort.first?.template?.segments ?? []
        let (first, end) = (ordered.positions[0], ordered.positions[last])
        let given = ordered.parameters[...last]
        let text = KeyTextEmission(entity: emitter.entity).expression(segments[first...end]) { part in
            let value = ExpressionSyntax.name(part.parameter)
            let isText = given.contains { $0.name == part.parameter && $0.isTextRange }
            return isText ? .text(value) : .bound(value)
        }
        let place = ExpressionSyntax.implicitInit(
            [ArgumentSyntax(nil, text)] + pattern.sortKeyEnding(behind: end).map { ArgumentSyntax($0.label, $0.text) })
        return FunctionSyntax(
            modifiers: emitter.access.modifiers, kind: .initializer, parameters: given.map(\.boundSyntax),
            body: [.assignment(.current.member("place"), place)])
    }
}

extension AccessPatternModel {
    /// What stands behind a part of the sort key's text: the delimiter before the next part, or what ends a clustered key, which is part of
    /// the key where the label of the next part is not.
    func sortKeyEnding(behind position: Int) -> [(label: String, text: ExpressionSyntax)] {
        guard let template = sort.first?.template, template.segments.indices.contains(position + 1),
            case .text(let text) = template.segments[position + 1]
        else { return [] }
        let isEnd = position + 2 == template.segments.count && type == .clustered
        let isPostfix = isEnd && template.isComposite && template.casing != nil
        return [(isPostfix ? "postfix" : "before", .string(text))]
    }
}

extension EntityEmitter {
    /// The types of bounds, one for each access pattern that has ranges over several parts.
    var sortKeyBounds: [SortKeyBoundEmission] {
        entity.accessPatterns.filter { $0.aliasOf == nil }.compactMap(sortKeyBound)
    }

    /// The type of an access pattern's bounds, which another name for it shares.
    func sortKeyBound(of pattern: AccessPatternModel) -> SortKeyBoundEmission? {
        let original = entity.accessPatterns.first { $0.name == pattern.aliasOf } ?? pattern
        return OrderedSortParts(original, of: entity).map {
            SortKeyBoundEmission(pattern: original, ordered: $0, emitter: self)
        }
    }
}
