import EntityMacrosLite

extension AttributeModel {
    /// What its definition says beyond name and type, as the definition says it.
    var rules: [String] {
        var rules: [String] = []
        switch role {
        case .plain: break
        case .lease: rules.append("lease")
        case .counter: rules.append(counterStart.map { "counter from \($0)" } ?? "counter")
        case .generated: rules.append(shardCount.map { "one of \($0) shards, drawn by lot" } ?? "`.generated`")
        case .version, .timeToLive, .tenant, .createdAt, .updatedAt: rules.append("`.\(role.rawValue)`")
        }
        if isHolder { rules.append("`.holder`") }
        if let defaultValue { rules.append("default \(Markdown.code(defaultValue.description))") }
        if case .choice(let choice) = type {
            rules.append(Markdown.code(choice.cases.map(\.rawValue).joined(separator: ", ")))
        }
        if let length { rules.append("length \(Markdown.code(length.text))") }
        if let typicalLength { rules.append("typically \(typicalLength) long") }
        if let range { rules.append("range \(Markdown.code(range.text))") }
        if let pattern { rules.append("matching \(Markdown.code(pattern))") }
        if let uniqueness {
            let scope = uniqueness.scope.map { "`\($0)`" }.joined(separator: ", ")
            rules.append(scope.isEmpty ? "unique" : "unique within \(scope)")
        }
        if let elementRules { rules += elementRules.rules.map { "each \($0)" } }
        if isReadOnly { rules.append("read-only") }
        if let computedFrom { rules.append("from \(computedFrom.map { "`\($0)`" }.joined(separator: ", "))") }
        let flags = [
            (isComputed, "computed"), (isValidated, "validated"), (normalizedForm != nil, "normalized"),
            (isPresented, "presented"), (isBackfilled, "backfilled"),
        ]
        return rules + flags.filter(\.0).map(\.1)
    }
}

extension ElementRulesModel {
    /// What is asked of each element.
    fileprivate var rules: [String] {
        let rules = [
            length.map { "length \(Markdown.code($0.text))" }, range.map { "range \(Markdown.code($0.text))" },
            pattern.map { "matching \(Markdown.code($0))" }, isValidated ? "validated" : nil,
        ]
        return rules.compactMap { $0 }
    }
}
