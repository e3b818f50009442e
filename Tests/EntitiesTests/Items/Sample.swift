import Entities
import Foundation

/// A record as the generator writes them: attributes in the byte order of their names.
struct Sample: ItemDecodable, ItemEncodable, Hashable {
    struct Address: ItemDecodable, ItemEncodable, AttributeConvertible, Hashable {
        var city: String
        var zip: Int?

        init(city: String, zip: Int? = nil) {
            self.city = city
            self.zip = zip
        }

        init(from item: inout ItemReader) throws(AttributeError) {
            city = try item.read("city")
            zip = try item.read("zip")
        }

        func write(to item: inout ItemWriter) throws(AttributeError) {
            try item.write("city", city)
            try item.write("zip", zip)
        }

        init(from value: inout AttributeReader) throws(AttributeError) { self = try value.item() }

        func write(to value: inout AttributeWriter) throws(AttributeError) { try value.item(self) }
    }

    enum Status: String, AttributeConvertible, CaseIterable { case draft, review, published }

    var active = true
    var address: Address?
    var blob: [UInt8] = []
    var created = Date(timeIntervalSince1970: 0)
    var expires: Date?
    var history: [Address] = []
    var id = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
    var labels: [String: String] = [:]
    var name = ""
    var price = Number.zero
    var ratio = 0.0
    var scores: Set<Int> = []
    var status = Status.draft
    var tags: Set<String> = []
    var title: String?
    var views = 0

    init() {}

    init(from item: inout ItemReader) throws(AttributeError) {
        active = try item.read("active")
        address = try item.read("address")
        blob = try item.read("blob")
        created = try item.read("created")
        expires = try item.readIfPresent("expires", as: EpochSeconds.self)
        history = try item.read("history")
        id = try item.read("id")
        labels = try item.read("labels")
        name = try item.read("name")
        price = try item.read("price")
        ratio = try item.read("ratio")
        scores = try item.read("scores")
        status = try item.read("status")
        tags = try item.read("tags")
        title = try item.read("title")
        views = try item.read("views")
    }

    func write(to item: inout ItemWriter) throws(AttributeError) {
        item.write("_entity", string: "Sample")
        try item.write("active", active)
        try item.write("address", address)
        try item.write("blob", blob)
        try item.write("created", created)
        try item.write("expires", expires, as: EpochSeconds.self)
        try item.write("history", history)
        try item.write("id", id)
        try item.write("labels", labels)
        try item.write("name", name)
        try item.write("price", price)
        try item.write("ratio", ratio)
        try item.write("scores", scores)
        try item.write("status", status)
        try item.write("tags", tags)
        try item.write("title", title)
        try item.write("views", views)
    }
}

extension Sample {
    /// Everything set, with texts that JSON has to escape and lengths that need more than one byte.
    static let full: Sample = {
        var sample = Sample()
        sample.address = Address(city: "Zürich \"Enge\"", zip: 8002)
        sample.blob = [0, 1, 254, 255]
        sample.created = Date(timeIntervalSince1970: 1_795_229_160.125)
        sample.expires = Date(timeIntervalSince1970: 1_795_229_160)
        sample.history = [Address(city: "Bern"), Address(city: String(repeating: "x", count: 300), zip: -1)]
        sample.labels = ["a\\b": "line\nbreak\u{1}", "": "", "🦀": "👩‍👩‍👧"]
        sample.name = "Ada"
        sample.price = Number(199_900)
        sample.ratio = -0.1
        sample.scores = [3, -1, 10, 100, 12]
        sample.status = .published
        sample.tags = ["b", "a", "ä", "aa"]
        sample.title = "T"
        sample.views = .max
        return sample
    }()
}
