import EntityMacrosLite

/// When a key is written.
enum KeyOccasion {
    /// With a whole record.
    case record
    /// By an update of an item that is there.
    case change
}

/// Writes down when an item has a key attribute in ElectroDB's formats, and which text.
///
/// The rules (ElectroDB's `_getIndexImpact` and `_makeKeysFromAttributes`): a key of which all parts are given is written; one of which
/// some are given and others not is refused. A record that has the partition key's parts and none of the sort key's is written with
/// the beginning of the sort key, up to the first label. An update that takes all parts away removes the key. A key without parts is
/// written with the index's other key. Unlike ElectroDB, no partition key is ever written without its parts.
struct ElectroKeyPresence {
    let key: KeyAttributeModel
    let presence: KeyPresence
    let occasion: KeyOccasion

    init(_ key: KeyAttributeModel, _ presence: KeyPresence, _ occasion: KeyOccasion) {
        self.key = key
        self.presence = presence
        self.occasion = occasion
    }

    private var entity: EntityModel { presence.entity }

    /// - Parameter text: The key's whole text, from parts that are bound to their names.
    func branches(of source: KeyAttributeModel.Source, _ text: ExpressionSyntax) -> [ChoiceBranchSyntax] {
        let template = source.template
        if template.parts.isEmpty {
            return companionConditions(of: template).map { [ChoiceBranchSyntax(conditions: $0, value: text)] } ?? []
        }
        let optional = presence.optionalParts(of: template)
        var branches = [ChoiceBranchSyntax(conditions: optional.map(presence.binding), value: text)]
        guard !optional.isEmpty, template.number == nil else { return branches }
        let required = template.parts.map(\.attribute).filter { !optional.contains($0) && demands($0) }
        if !required.isEmpty {
            branches.append(ChoiceBranchSyntax(conditions: [], value: incomplete(template)))
            return branches
        }
        if optional.count > 1 {
            branches.append(ChoiceBranchSyntax(conditions: [isAnyPresent(optional)], value: incomplete(template)))
        }
        if occasion == .record, isSort, let conditions = companionConditions(of: template) {
            branches.append(ChoiceBranchSyntax(conditions: conditions, value: partialText(template)))
        }
        return branches
    }

    /// The beginning of a key's text, up to the first label.
    private func partialText(_ template: KeyTemplateModel) -> ExpressionSyntax {
        let beginning = KeyTextEmission(entity: entity).expression(template.leadingText) { _ in .attribute(.nil) }
        guard let casing = template.casing, casing != .asWritten else {
            return .call(.type("Entities.KeyText"), [ArgumentSyntax("literal", beginning)])
        }
        return .call(.member(.type("Entities.KeyText"), casing.rawValue), [ArgumentSyntax(nil, beginning)])
    }

    /// Whether a part that is always there makes the others necessary: those of the primary key do so in a record only.
    private func demands(_ name: String) -> Bool {
        occasion == .record || !entity.primaryKeyAttributes.contains(name)
    }

    private func incomplete(_ template: KeyTemplateModel) -> ExpressionSyntax {
        let names = template.parts.map(\.attribute)
        let list = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
        return .call(.type("Entities.KeyText.incomplete"), [ArgumentSyntax("needing", .string(list))])
    }

    private func isAnyPresent(_ names: [String]) -> ConditionSyntax {
        let terms = names.map { presence.presence($0, isPresent: true) }
        return .expression(terms.dropFirst().reduce(terms[0]) { .infix($0, "||", $1) })
    }

    private var isSort: Bool {
        entity.accessPatterns.contains { $0.sort.contains { $0.keyAttribute == key.name } }
    }

    /// When the other key of one of the indexes has its parts; nil for never, empty for always.
    private func companionConditions(of template: KeyTemplateModel) -> [ConditionSyntax]? {
        var optional: [String] = []
        for pattern in entity.accessPatterns {
            let others = pattern.companions(of: key.name)
            if others.isEmpty, pattern.partition.contains(where: { $0.keyAttribute == key.name }) { return [] }
            for part in others.flatMap(\.parts) {
                guard entity.attribute(part.attribute)?.isOptional ?? false,
                    !presence.present.contains(part.attribute)
                else { return [] }
                if !optional.contains(part.attribute) { optional.append(part.attribute) }
            }
            // Neither key has parts: there is nothing to wait for.
            if !others.isEmpty, others.allSatisfy({ $0.parts.isEmpty }), template.parts.isEmpty { return [] }
        }
        return optional.isEmpty ? nil : [isAnyPresent(optional)]
    }
}
