// The functions that read records, and what each of them asks for.

extension EntitySection {
    var calls: [String] {
        let reads = accessPatterns + revisions + counters + finding + scans
        return Markdown.table(["call", "on", "key condition"], reads)
    }

    private var accessPatterns: [[String]] {
        let functions = emitter.accessPatterns.functions
        return entity.accessPatterns.flatMap { pattern in
            let conditions = KeyConditionNotation(pattern, of: entity)
            let filter = pattern.filtersByEntity ? ", filtered by \(Markdown.code(schema.entityAttribute))" : ""
            return functions.filter { $0.kind.name == pattern.name }.map { function in
                let condition =
                    (conditions.several(of: function) ?? conditions.text(of: function).map(Markdown.code)
                        ?? "one query for each partition") + filter
                return row(function, pattern.index.map(Markdown.code) ?? "the table", condition)
            }
        }
    }

    /// What reads the history: queries, and one revision by its key.
    private var revisions: [[String]] {
        guard let history = entity.history else { return [] }
        let conditions = KeyConditionNotation(history, of: entity)
        return emitter.history.functions.compactMap { function in
            guard function.result != "Entities.KeyText" else { return nil }
            let isQuery = function.kind.name == history.name
            return row(
                function, "the table", Markdown.code(isQuery ? conditions.text(of: function) ?? "" : conditions.whole))
        }
    }

    private var counters: [[String]] {
        zip(entity.counters, emitter.counters.functions).map { counter, function in
            let key = schema.table.partition.first?.name ?? ""
            return row(
                function, "the table", Markdown.code("\(key) = \(KeyNotation.text(counter))") + ", all in one batch")
        }
    }

    private var finding: [[String]] {
        guard entity.isFindable else { return [] }
        return ["find", "match"].map { name in
            ["`\(entity.typeName).\(name)(Known)`", "what fits best", "of the access pattern that is chosen"]
        }
    }

    /// Of all that a table or an index holds; not of tenants, where that would be what others have.
    private var scans: [[String]] {
        if entity.tenant != nil { return [] }
        let name = "\(entity.typeName).scan"
        return [["`\(name)()`, `\(name)(AccessPattern)`", "the table, or an index", "everything in it"]]
    }

    private func row(_ function: FunctionSyntax, _ place: String, _ condition: String) -> [String] {
        [Markdown.code(SwiftNotation.call(function, on: entity.typeName)), place, condition]
    }
}

extension [DeclarationSyntax] {
    /// The functions among them.
    fileprivate var functions: [FunctionSyntax] {
        compactMap { if case .function(let function) = $0 { function } else { nil } }
    }
}

extension FunctionSyntax.Kind {
    /// The function's name; nil for an initializer.
    var name: String? { if case .function(let name) = self { name } else { nil } }
}
