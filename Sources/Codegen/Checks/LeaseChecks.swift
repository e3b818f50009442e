import EntityMacrosLite

/// That a lease is an attribute that only the library changes.
enum LeaseChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            for attribute in entity.attributes {
                check(attribute, of: entity.typeName, into: &collector)
                if attribute.role == .lease { checkUse(of: attribute, in: entity, into: &collector) }
            }
            let leases = entity.attributes.filter { $0.role == .lease }
            for extra in leases.dropFirst() {
                collector.error(
                    "attribute-role-repeated",
                    "\(entity.typeName) has a lease in '\(leases[0].name)' and in '\(extra.name)': choose one.",
                    at: extra.location)
            }
            guard let lease = leases.first, lease.name != "lease" else { continue }
            for attribute in entity.attributes where attribute.name == "lease" {
                collector.error(
                    "attribute-name",
                    """
                    'lease' of \(entity.typeName) is how a record calls its Lease, which is another attribute: choose another \
                    name, and '.storedAs("lease")'.
                    """, at: attribute.location)
            }
        }
        for map in schema.maps {
            for attribute in map.attributes { check(attribute, of: map.typeName, into: &collector) }
        }
    }

    private static func check(
        _ attribute: AttributeModel, of owner: String, into collector: inout DiagnosticCollector
    ) {
        guard attribute.type.holdsLease else { return }
        func error(_ message: String) {
            collector.error("lease", "'\(attribute.name)' of \(owner) " + message, at: attribute.location)
        }
        if attribute.role != .lease {
            error(
                "holds a lease inside of another value: a lease is an attribute of the record, 'Attribute<Lease?>()'.")
        } else if !attribute.isOptional {
            error("is a lease, which nobody has at first: make it optional, 'Attribute<Lease?>()'.")
        } else if attribute.hasHook || attribute.isReadOnly || attribute.isHidden || attribute.uniqueness != nil {
            error("is a lease, which the library alone writes: take its options away.")
        }
    }

    /// Taking a lease writes nothing else.
    private static func checkUse(
        of attribute: AttributeModel, in entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        for pattern in entity.accessPatterns {
            let keys = pattern.partition + pattern.sort
            let isPart = keys.contains { $0.parts.contains { $0.attribute == attribute.name } }
            guard isPart || pattern.condition?.attributes.contains(attribute.name) == true else { continue }
            collector.error(
                "lease",
                """
                '\(pattern.name)' of \(entity.typeName) is made of '\(attribute.name)', which is a lease: taking it writes nothing else, so \
                that the index could not follow it. Use a filter, '.where { $0.\(attribute.name).isFree() }'.
                """, at: pattern.location)
        }
        for other in entity.attributes where other.computedFrom?.contains(attribute.name) == true {
            collector.error(
                "lease",
                "'\(other.name)' of \(entity.typeName) is computed from '\(attribute.name)', a lease, and could not follow it.",
                at: other.location)
        }
    }
}

extension AttributeTypeModel {
    /// Whether it is a lease, or is made of some.
    fileprivate var holdsLease: Bool {
        switch self {
        case .convertible(let name): name == "Entities.Lease"
        default: element?.holdsLease ?? false
        }
    }
}
