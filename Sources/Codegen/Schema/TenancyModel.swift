import EntityMacrosLite

/// How the keys of a service begin where its entities are the tenants'.
struct TenancyModel: Hashable {
    /// The entity that says so first.
    var entity: EntityModel
    var attribute: AttributeModel
    /// The text and the part that partition keys begin with; the part alone where they are nothing else.
    var prefix: [KeySegment]
    /// The partition key attributes that are the tenant itself.
    var valueAttributes: [String]
}

extension ServiceSchema {
    /// The tenants' part of the service; nil where no entity is a tenant's.
    var tenancy: TenancyModel? {
        var tenancy: TenancyModel?
        for entity in entities {
            guard let attribute = entity.tenant else { continue }
            for key in entity.accessPatterns.compactMap(\.partition.first) {
                var known =
                    tenancy
                    ?? TenancyModel(
                        entity: entity, attribute: attribute, prefix: entity.tenantPrefix ?? [], valueAttributes: [])
                if case .native(let name, let part) = key, part.attribute == attribute.name,
                    !known.valueAttributes.contains(name)
                {
                    known.valueAttributes.append(name)
                }
                if known.prefix.count < 2, let prefix = key.template?.prefix(with: attribute.name) {
                    known.prefix = prefix
                }
                if known.prefix.isEmpty, case .native(_, var part) = key {
                    part.encoding = .text(lowercased: false)
                    known.prefix = [.part(part)]
                }
                tenancy = known
            }
        }
        return tenancy
    }
}

extension EntityModel {
    /// The attribute that says which tenant's an item is.
    var tenant: AttributeModel? { attributes.first { $0.role == .tenant } }

    /// What its keys begin with; nil where it is no tenant's, or where they are the tenant and nothing else.
    var tenantPrefix: [KeySegment]? {
        tenant.flatMap { primary?.partition.first?.template?.prefix(with: $0.name) }
    }
}

extension KeyTemplateModel {
    /// The text and the part that the key begins with, if it begins with a text, the attribute as it is, and `#` or nothing: then
    /// nobody else's keys begin so. A `#` in a value is escaped.
    func prefix(with attribute: String) -> [KeySegment]? {
        guard segments.count >= 2, case .text(let text) = segments[0], text.hasSuffix("#"),
            case .part(let part) = segments[1], part.attribute == attribute, part.encoding == .text(lowercased: false)
        else { return nil }
        if segments.count > 2 {
            guard case .text(let next) = segments[2], next.hasPrefix("#") else { return nil }
        }
        return Array(segments.prefix(2))
    }
}

extension KeyAttributePatternModel {
    /// Whether the attribute is the tenant, and nothing else.
    func isTenant(_ attribute: String) -> Bool {
        if case .native(_, let part) = self { part.attribute == attribute } else { false }
    }
}
