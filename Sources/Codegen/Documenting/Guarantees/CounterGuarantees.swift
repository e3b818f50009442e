// What is kept beside records.

extension GuaranteeSource {
    static let counters = GuaranteeSource { entity, _ in
        entity.counters.map { counter in
            let labels = entity.primaryKeyAttributes.map { "\($0):" }.joined()
            let call = Markdown.code("\(entity.typeName).\(counter.name)(\(labels))")
            let items = Markdown.code(KeyNotation.text(counter))
            let floor =
                counter.isStock
                ? " Each of them keeps to zero by a condition, so that no more is ever taken than was added." : ""
            return Guarantee(
                counter.isStock ? "Stock `\(counter.name)`" : "Counter `\(counter.name)`",
                "\(call), in \(counter.shards) items of its own, \(items): nothing that is written at once is lost.\(floor)"
            )
        }
    }
}
