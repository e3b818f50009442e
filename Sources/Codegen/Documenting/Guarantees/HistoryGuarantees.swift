// What an entity promises that keeps its history.

extension GuaranteeSource {
    static let history = GuaranteeSource { entity, _ in
        guard let history = entity.history, let template = history.sort.first?.template else { return [] }
        return [
            Guarantee(
                "History in `\(history.name)`",
                """
                Whatever writes a record writes a copy of it as well, \(Markdown.code(KeyNotation.text(template))) in the same partition, in \
                one transaction. It is in no index, and stays when the record goes.
                """)
        ]
    }
}
