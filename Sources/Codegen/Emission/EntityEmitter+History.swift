extension EntityEmitter {
    /// The queries of an entity that keeps its history, and where its copies are.
    var history: [DeclarationSyntax] {
        guard let history = entity.history else { return [] }
        let query = QueryEmission(history, of: self)
        let functions = [sortKey(of: history), get(history)]
        return [.property(query.shape)] + query.historyFunctions.map { .function($0) } + functions.map { .function($0) }
    }

    /// `EntityHistory(without: ["gsi1pk", "gsi1sk"])`
    var historyArgument: [ArgumentSyntax] {
        guard entity.history != nil else { return [] }
        let names = entity.keyAttributes.filter { !$0.isPrimary }.map { ExpressionSyntax.string($0.name) }
        return [ArgumentSyntax("history", .implicitInit([ArgumentSyntax("without", .array(names))]))]
    }

    /// What is not there, since it would change a record without a copy.
    var requestsWithoutCopy: [FunctionSyntax] {
        guard entity.history != nil else { return [] }
        func reason(_ write: String) -> String {
            "\(entity.typeName) keeps its history, and \(write) would write no revision: use create or revise"
        }
        func update(_ name: String, _ type: String) -> FunctionSyntax {
            var update = self.update(name, type)
            update.documentation = []
            update.attributes = [SwiftAttribute.unavailable(reason(name == "update" ? "an update" : "a patch"))]
            update.body = [.expression(.implicitInit([ArgumentSyntax(nil, key), ArgumentSyntax(nil, .array([]))]))]
            return update
        }
        let record = ExpressionSyntax.call(ownType, [ArgumentSyntax(nil, .name("draft"))])
        return [
            update("update", "Update"), update("patch", "Patch"),
            unavailable("put", "Put", taking: record, reason("a put")),
            unavailable("upsert", "Upsert", taking: .name("draft"), reason("an upsert")),
        ]
    }

    private func sortKey(of history: AccessPatternModel) -> FunctionSyntax {
        let (key, revision) = (local("key"), local("revision"))
        let version = history.sortParts.last?.attribute
        let text = history.sort.first?.template.map { template in
            KeyTextEmission(entity: entity).expression(template.segments) { part in
                .attribute(part.attribute == version ? .name(revision) : .member(.name(key), part.attribute))
            }
        }
        return FunctionSyntax(
            modifiers: staticModifiers, kind: .function("revisionSortKey"),
            parameters: [
                ParameterSyntax(label: "_", name: key, type: "Key"),
                ParameterSyntax(label: "_", name: revision, type: "Swift.Int"),
            ], result: "Entities.KeyText", body: text.map { [.expression($0)] } ?? [])
    }

    private func get(_ history: AccessPatternModel) -> FunctionSyntax {
        let version = history.sortParts.last?.attribute ?? "revision"
        return FunctionSyntax(
            documentation: ["Reads what an item was."], modifiers: staticModifiers, kind: .function("revision"),
            parameters: keyParameters + [ParameterSyntax(name: version, type: "Swift.Int")],
            result: "Entities.GetRevision<\(entity.typeName)>",
            body: [.expression(.implicitInit([ArgumentSyntax(nil, key), ArgumentSyntax(nil, .name(version))]))])
    }
}
