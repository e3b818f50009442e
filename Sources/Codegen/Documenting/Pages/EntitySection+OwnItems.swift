import Entities

// The items that are kept beside the sample record: with the keys that they would have.

extension EntitySection {
    /// A row for each claim, for the revision and for a shard of each counter.
    func ownItems(_ elements: [KeyElementModel], _ numbers: SampleNumbers) -> [ServicePage.Row] {
        claims(elements) + revision(elements) + shards(elements, numbers)
    }

    /// The items that claim its unique values.
    private func claims(_ elements: [KeyElementModel]) -> [ServicePage.Row] {
        entity.attributes.compactMap { attribute in
            guard let template = attribute.uniqueness?.template else { return nil }
            return row("\(attribute.name) (claim)", text(template), UniqueClaim.sortKey, elements)
        }
    }

    /// The copy of what it is, which its history keeps.
    private func revision(_ elements: [KeyElementModel]) -> [ServicePage.Row] {
        guard let history = entity.history, let partition = history.partition.first?.template,
            let sort = history.sort.first?.template
        else { return [] }
        return [row("\(history.name) (revision)", text(partition), text(sort), elements)]
    }

    /// One of the items of each counter.
    private func shards(_ elements: [KeyElementModel], _ numbers: SampleNumbers) -> [ServicePage.Row] {
        entity.counters.map { counter in
            let number = Int(numbers.bits(counter.name) % UInt64(counter.shards))
            let text = SampleKeys(entity: entity).text(of: number, counter, sample.record.values)?.text
            return row(
                "\(counter.name) (shard)", text ?? KeyNotation.text(counter), ShardedCounter.sortKey, elements)
        }
    }

    /// The key's text; its template where there is no sample of a part.
    private func text(_ template: KeyTemplateModel) -> String {
        SampleKeys(entity: entity).text(template, sample.record.values)?.text ?? KeyNotation.text(template)
    }

    private func row(
        _ name: String, _ partition: String, _ sort: String, _ elements: [KeyElementModel]
    ) -> ServicePage.Row {
        ServicePage.Row("\(entity.typeName).\(name)", elements.indices.map { $0 == 0 ? partition : sort })
    }
}
