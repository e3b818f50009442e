import BenchmarkModel

/// The item as a `Codable` type whose properties are wrappers: the fastest form that Foundation's coders can be given.
struct WireProduct: Codable {
    struct Text: Codable {
        let text: String
        enum CodingKeys: String, CodingKey { case text = "S" }
    }

    struct Number: Codable {
        let text: String
        enum CodingKeys: String, CodingKey { case text = "N" }
    }

    struct Truth: Codable {
        let isTrue: Bool
        enum CodingKeys: String, CodingKey { case isTrue = "BOOL" }
    }

    struct Null: Codable {
        let isNull: Bool
        enum CodingKeys: String, CodingKey { case isNull = "NULL" }
    }

    struct Texts: Codable {
        let texts: [String]
        enum CodingKeys: String, CodingKey { case texts = "SS" }
    }

    struct List: Codable {
        let values: [Text]
        enum CodingKeys: String, CodingKey { case values = "L" }
    }

    struct Map: Codable {
        let map: Measures
        enum CodingKeys: String, CodingKey { case map = "M" }
    }

    struct Measures: Codable { let height: Number, unit: Text, width: Number }

    let _entity, description, owner, pk, seller, sk, title: Text
    let dimensions: Map
    let discontinued: Truth
    let image: Null?
    let number, price, stock: Number
    let related: List
    let tags: Texts

    init(_ draft: Product.Draft) {
        _entity = Text(text: "Product")
        description = Text(text: draft.description)
        owner = Text(text: draft.owner)
        pk = Text(text: "SELLER#\(draft.seller)")
        seller = Text(text: draft.seller)
        sk = Text(text: "PRODUCT#\(draft.number)")
        title = Text(text: draft.title)
        dimensions = Map(
            map: Measures(
                height: Number(text: "\(draft.dimensions.height)"), unit: Text(text: draft.dimensions.unit),
                width: Number(text: "\(draft.dimensions.width)")))
        discontinued = Truth(isTrue: draft.discontinued)
        image = nil
        number = Number(text: "\(draft.number)")
        price = Number(text: "\(draft.price)")
        stock = Number(text: "\(draft.stock)")
        related = List(values: draft.related.map { Text(text: $0) })
        tags = Texts(texts: Array(draft.tags))
    }
}

/// The request around it.
struct WirePut: Encodable {
    let tableName = "catalogue"
    let item: WireProduct

    enum CodingKeys: String, CodingKey {
        case tableName = "TableName"
        case item = "Item"
    }
}
