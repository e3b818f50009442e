import BenchmarkModel

/// The item as a `Codable` type whose properties are wrappers: the fastest form that Foundation's coders can be given.
struct WireProduct: Codable {
    struct Text: Codable { let S: String }
    struct Number: Codable { let N: String }
    struct Truth: Codable { let BOOL: Bool }
    struct Null: Codable { let NULL: Bool }
    struct Texts: Codable { let SS: [String] }
    struct List: Codable { let L: [Text] }
    struct Map: Codable { let M: Measures }
    struct Measures: Codable { let height: Number, unit: Text, width: Number }

    let _entity, description, owner, pk, seller, sk, title: Text
    let dimensions: Map
    let discontinued: Truth
    let image: Null?
    let number, price, stock: Number
    let related: List
    let tags: Texts

    init(_ draft: Product.Draft) {
        _entity = Text(S: "Product")
        description = Text(S: draft.description)
        owner = Text(S: draft.owner)
        pk = Text(S: "SELLER#\(draft.seller)")
        seller = Text(S: draft.seller)
        sk = Text(S: "PRODUCT#\(draft.number)")
        title = Text(S: draft.title)
        dimensions = Map(
            M: Measures(
                height: Number(N: "\(draft.dimensions.height)"), unit: Text(S: draft.dimensions.unit),
                width: Number(N: "\(draft.dimensions.width)")))
        discontinued = Truth(BOOL: draft.discontinued)
        image = nil
        number = Number(N: "\(draft.number)")
        price = Number(N: "\(draft.price)")
        stock = Number(N: "\(draft.stock)")
        related = List(L: draft.related.map { Text(S: $0) })
        tags = Texts(SS: Array(draft.tags))
    }
}

/// The request around it.
struct WirePut: Encodable {
    let TableName = "catalogue"
    let Item: WireProduct
}
