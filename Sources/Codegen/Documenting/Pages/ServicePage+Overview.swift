extension ServicePage {
    /// All access patterns, with what a page of each takes to read.
    func overview(_ anchors: Anchors) -> [String] {
        var rows: [[String]] = []
        func add(_ call: String, _ anchor: String, _ finds: String, _ index: String?, _ units: String?) {
            let link = "[`\(call)`](\(anchor))"
            rows.append(["\(rows.count + 1)", link, finds, index.map(Markdown.code) ?? "the table", units ?? "–"])
        }
        for section in entities {
            let name = section.entity.typeName
            let anchor = anchors.link(to: name, under: Self.entities)
            for pattern in section.entity.accessPatterns {
                var finds = self.finds("`\(name)`", pattern, section.entity)
                if let condition = pattern.condition {
                    finds += ", where \(Markdown.code(KeyNotation.text(condition)))"
                }
                add("\(name).\(pattern.name)", anchor, finds, pattern.index, section.units(of: pattern))
            }
            if let history = section.entity.history {
                let page = EntityCapacity(section.sample, in: schema).revisions
                let finds = finds("what a `\(name)` was", history, section.entity)
                add("\(name).\(history.name)", anchor, finds, nil, page.map(CapacityEstimate.text))
            }
        }
        for section in collections {
            let members = section.model.members.map { "`\($0.entity)`" }.joined(separator: ", ")
            add(
                "\(schema.typeName).\(section.model.functionName)",
                anchors.link(to: section.model.name, under: Self.collections), "\(members) of one partition",
                section.model.index, section.capacity.map(CapacityEstimate.text))
        }
        return [
            """
            Read units are those of a page of \(CapacityEstimate.pageSize) records (or revisions) of the size of the sample, of a collection \
            those of one record of each kind; see [how they are reckoned](\(anchors.link(to: Self.basis, under: Self.basis))).
            """, "",
        ] + Markdown.table(["#", "access pattern", "finds", "on", "read units"], rows)
    }

    /// `Article` by `tenantID`, in the order of `publishedAt`
    private func finds(_ what: String, _ pattern: AccessPatternModel, _ entity: EntityModel) -> String {
        let by = pattern.partitionParts.map { Markdown.code($0.parameter) }
        let order = QueryParameters(pattern, of: entity).sort.map { Markdown.code($0.name) }
        return what + (by.isEmpty ? "" : " by \(by.joined(separator: ", "))")
            + (order.isEmpty ? "" : ", in the order of \(order.joined(separator: ", "))")
    }
}
