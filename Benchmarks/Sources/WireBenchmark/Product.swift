import Entities

/// An item of the page that `docs/` and peers are measured with: 12 attributes of all common kinds, about 940 bytes of JSON.
struct Product: ItemDecodable, ItemEncodable, Equatable {
    var description: String
    var dimensions: Dimensions
    var discontinued: Bool
    var image: String?
    var number: Int
    var owner: String
    var price: Double
    var related: [String]
    var seller: String
    var stock: Int
    var tags: Set<String>
    var title: String

    init(number: Int) {
        self.number = number
        description = String(repeating: "What it is, and what it is good for. ", count: 9)
        dimensions = Dimensions(height: 12.5, unit: "cm", width: 30)
        discontinued = number % 7 == 0
        image = nil
        owner = "owner-\(number % 50)"
        price = 9.75 + Double(number)
        related = (1...4).map { "product-\(number + $0)" }
        seller = "SELLER#\(number % 10)"
        stock = number % 100
        tags = ["new", "small", "tag-\(number % 5)"]
        title = "Product number \(number), as good as any other"
    }

    init(from item: inout ItemReader) throws(AttributeError) {
        description = try item.read("description")
        dimensions = try item.read("dimensions")
        discontinued = try item.read("discontinued")
        image = try item.read("image")
        number = try item.read("number")
        owner = try item.read("owner")
        price = try item.read("price")
        related = try item.read("related")
        seller = try item.read("seller")
        stock = try item.read("stock")
        tags = try item.read("tags")
        title = try item.read("title")
    }

    func write(to item: inout ItemWriter) throws(AttributeError) {
        try item.write("description", description)
        try item.write("dimensions", dimensions)
        try item.write("discontinued", discontinued)
        try item.write("image", image)
        try item.write("number", number)
        try item.write("owner", owner)
        try item.write("price", price)
        try item.write("related", related)
        try item.write("seller", seller)
        try item.write("stock", stock)
        try item.write("tags", tags)
        try item.write("title", title)
    }
}

/// A map in the item.
struct Dimensions: AttributeConvertible, ItemDecodable, ItemEncodable, Equatable {
    var height: Double
    var unit: String
    var width: Double

    init(height: Double, unit: String, width: Double) {
        self.height = height
        self.unit = unit
        self.width = width
    }

    init(from item: inout ItemReader) throws(AttributeError) {
        height = try item.read("height")
        unit = try item.read("unit")
        width = try item.read("width")
    }

    func write(to item: inout ItemWriter) throws(AttributeError) {
        try item.write("height", height)
        try item.write("unit", unit)
        try item.write("width", width)
    }

    init(from value: inout AttributeReader) throws(AttributeError) {
        self = try value.item(Dimensions.self)
    }

    func write(to value: inout AttributeWriter) throws(AttributeError) {
        try value.item(self)
    }
}
