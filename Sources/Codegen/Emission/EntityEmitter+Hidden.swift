extension EntityEmitter {
    /// Whether records lack something that their items have.
    var holdsHidden: Bool { schema.holdsHidden(entity) }

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
