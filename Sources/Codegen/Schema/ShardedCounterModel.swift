import EntityMacrosLite

/// A number that is kept beside a record, in items of its own.
public struct ShardedCounterModel: Hashable, Sendable, Codable {
    /// As it was declared. The record does not have it.
    public var attribute: AttributeModel
    /// In how many items.
    public var shards: Int
    /// Whether it never falls below zero.
    public var isStock: Bool
    /// What the items' partition keys begin with: `#` and the shard's number follow. Their sort key, where the table has one, is `COUNTER`.
    public var template: KeyTemplateModel

    public init(attribute: AttributeModel, shards: Int, isStock: Bool, template: KeyTemplateModel) {
        self.attribute = attribute
        self.shards = shards
        self.isStock = isStock
        self.template = template
    }

    public var name: String { attribute.name }

    /// `.range(0...)`
    static let stockRange = NumberRangeModel(minimum: .integer("0"), maximum: nil)
    /// A transaction, which resets them, has 100 actions.
    static let shardCounts = 2...100
}
