extension EntityEmitter {
    /// Whether records lack something that their items have.
    var holdsHidden: Bool { Self.holdsHidden(entity.attributes, in: schema, []) }

    private static func holdsHidden(
        _ attributes: [AttributeModel], in schema: ServiceSchema, _ seen: Set<String>
    ) -> Bool {
        attributes.contains { attribute in
            if attribute.isHidden { return true }
            guard let name = attribute.type.heldMap, !seen.contains(name), let map = schema.map(name) else {
                return false
            }
            return holdsHidden(map.attributes, in: schema, seen.union([name]))
        }
    }

    /// Tells why a record cannot be put that was read.
    var hiddenPut: [FunctionSyntax] {
        guard holdsHidden, isPuttable else { return [] }
        var put = unavailable(
            "put", "Put", taking: .name("record"),
            "a record that was read does not have what is hidden, and a put would lose it: put a draft, or use update")
        put.parameters = [ParameterSyntax(label: "_", name: "record", type: entity.typeName)]
        return [put]
    }
}
