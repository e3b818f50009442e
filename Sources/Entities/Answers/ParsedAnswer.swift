/// The records of an answer that something else got from DynamoDB.
public struct ParsedAnswer<Record: Hashable & Sendable>: Hashable, Sendable {
    /// The records, in the order of the answer, without items of others.
    public let records: [Record]
    /// Where the next page starts; see `ItemAnswer.lastEvaluatedKey`.
    public let lastEvaluatedKey: EncodedItem?

    fileprivate init(
        _ json: some Sequence<UInt8>, _ read: (EncodedItem) throws(AttributeError) -> Record?
    ) throws(AttributeError) {
        let answer = try ItemAnswer(json: json)
        var records: [Record] = []
        records.reserveCapacity(answer.items.count)
        for item in answer.items {
            if let record = try read(item) { records.append(record) }
        }
        self.records = records
        lastEvaluatedKey = answer.lastEvaluatedKey
    }
}

extension Entity {
    /// The records of this entity in an answer in DynamoDB's JSON, as the AWS command line, another SDK or a recording has it.
    ///
    /// ```swift
    /// let answer = try Article.parse(Data(contentsOf: file))        // {"Items":[…],"Count":2,"LastEvaluatedKey":{…}}
    /// print(answer.records)
    /// ```
    /// Items of other entities are left out.
    /// - Throws: `AttributeError` for what is no answer (see `ItemAnswer`), or for an item that is not what the definition says.
    public static func parse(_ json: some Sequence<UInt8>) throws(AttributeError) -> ParsedAnswer<Self> {
        try ParsedAnswer(json) { (item) throws(AttributeError) in try Self(ifOwned: item) }
    }

    /// The record that an item is; `nil` for an item of another entity.
    /// - Throws: `AttributeError` for an item that is not what the definition says.
    public init?(ifOwned item: EncodedItem) throws(AttributeError) {
        guard Self.schema.owns(item) else { return nil }
        self = try item.decode()
    }
}

extension ServiceRecord {
    /// The records of a service in an answer in DynamoDB's JSON; see `Entity.parse`.
    public static func parse(_ json: some Sequence<UInt8>) throws(AttributeError) -> ParsedAnswer<Self> {
        try ParsedAnswer(json) { (item) throws(AttributeError) in try Self(item) }
    }
}
