/// The items of an answer that something else got from DynamoDB: a GetItem, a Query or Scan, or a write that returns the item.
public struct ItemAnswer: Hashable, Sendable {
    public let items: [EncodedItem]
    /// Where the next page starts; `nil` after the last one, and where there are no pages. `PagedRequest.cursor(after:)` makes a cursor of it.
    public let lastEvaluatedKey: EncodedItem?

    /// Reads an answer in DynamoDB's JSON: `{"Item":{…}}`, `{"Items":[…],"LastEvaluatedKey":{…}}`, `{"Attributes":{…}}`, or `{}` where there
    /// was no item.
    ///
    /// - Parameter json: the bytes of the answer, `Data` for instance.
    /// - Throws: `AttributeError`, `malformed` for what is no such answer; a single item is one for `EncodedItem(json:)`.
    public init(json: some Sequence<UInt8>) throws(AttributeError) {
        self = try JSONReader.read(Array(json)) { (json) throws(AttributeError) in try ItemAnswer(&json) }
    }

    private init(_ json: inout JSONReader) throws(AttributeError) {
        var (items, lastEvaluatedKey): ([EncodedItem]?, EncodedItem?)
        var stranger: String?
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Items": items = try json.elements { (json) throws(AttributeError) in try json.item() }
            case "Item", "Attributes": if try !json.nullIfPresent() { items = [try json.item()] }
            case "LastEvaluatedKey": if try !json.nullIfPresent() { lastEvaluatedKey = try json.item() }
            case _ where Self.otherMembers.contains(name): break
            default: stranger = stranger ?? name
            }
        }
        if items == nil, let stranger {
            throw AttributeError(
                .malformed, path: stranger, reason: "the answer of a read or write has Item, Items or Attributes")
        }
        self.items = items ?? []
        self.lastEvaluatedKey = lastEvaluatedKey
    }

    /// What an answer without an item may have.
    private static let otherMembers: Set<String> = [
        "ConsumedCapacity", "Count", "ItemCollectionMetrics", "ResponseMetadata", "ScannedCount", "$metadata",
    ]
}
