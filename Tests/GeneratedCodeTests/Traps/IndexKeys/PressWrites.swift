import Entities
import FixtureTypes
import Foundation
import GeneratedModel

private let start = Date(timeIntervalSince1970: 1_763_640_000)
private let ids = (0..<3).map { ULID(timestamp: start, randomness: UInt128($0)) }

extension Chance {
    fileprivate mutating func date() -> Date { start.addingTimeInterval(Double(number(-2...2)) * 86_400.5) }
    fileprivate mutating func id() -> ULID { one(of: ids, or: ids[0]) }
    fileprivate mutating func tenant() -> String { one(of: ["acme", "x#y"], or: "acme") }
}

/// Unique values, optional and conditional keys, a key that is made of the time of the change, native keys, a version.
let articleWrites = RandomWrites<Article>(writes: [
    { chance, _, db in
        let draft = chance.article()
        try await Article.create(draft).run(on: db)
    },
    { chance, _, db in
        let draft = chance.article()
        let replacing = chance.bool()
        let stored = try await Article.get(tenantID: draft.tenantID, articleID: draft.articleID ?? ids[0]).run(on: db)
        if replacing, let old = stored {
            try await Article.delete(tenantID: old.tenantID, articleID: old.articleID, slug: old.slug).run(on: db)
        }
        try await Article.create(draft).run(on: db)
    },
    { chance, stored, db in
        let (key, old) = chance.article(of: stored)
        let (status, publishedAt) = (chance.choice(Article.Status.self, or: .draft), chance.optional(chance.date()))
        let createdAt = old?.createdAt ?? start
        try await Article.update(key) { $0.set(status: status, publishedAt: publishedAt, createdAt: createdAt) }
            .run(on: db)
    },
    { chance, stored, db in
        let (key, old) = chance.article(of: stored)
        let status = chance.part(chance.choice(Article.Status.self, or: .draft), stored: old?.status)
        let publishedAt = chance.part(chance.optional(chance.date()), stored: old?.publishedAt)
        let createdAt = chance.kept(start, stored: old?.createdAt)
        let authorID = chance.optional(chance.text())
        try await Article.patch(key) {
            $0.set(status: status, publishedAt: publishedAt, createdAt: createdAt)
            if let authorID { $0.set(authorID: authorID) }
        }.run(on: db)
    },
    { chance, stored, db in
        let (key, old) = chance.article(of: stored)
        let slug = "s\(chance.number(0...3))"
        try await Article.patch(key) {
            $0.set(slug: slug, expiresAt: old?.expiresAt, replacing: old?.slug ?? "s0")
        }.run(on: db)
    },
    { chance, stored, db in
        let (key, _) = chance.article(of: stored)
        let (region, category) = (chance.optional(chance.text() + "r"), chance.text() + "c")
        let city = chance.text() + "."
        try await Article.update(key) {
            $0.region.set(region)
            $0.category.set(ifAbsent: category)
            $0.views.add(1)
            $0.tags.insert("t")
            $0.address.city.set(city)
        }.if { $0.address.exists || $0.views > 2 }.run(on: db)
    },
    { chance, stored, db in
        let (key, old) = chance.article(of: stored)
        let (region, authorID) = (chance.text() + "r", chance.text())
        let draft = chance.article()
        let status = chance.part(draft.status ?? .draft, stored: old?.status)
        let publishedAt = chance.part(draft.publishedAt, stored: old?.publishedAt)
        try await Article.update(key) {
            $0.set(authorID: authorID)
            $0.set(status: status, publishedAt: publishedAt, createdAt: .omitted)
            $0.region.set(region)
            $0.category.set(to: $0.region)
        }.orCreate().run(on: db)
    },
    { chance, stored, db in
        let (key, old) = chance.article(of: stored)
        let other = chance.article()
        try await db.transact {
            Article.patch(key) {
                $0.set(status: .published, publishedAt: start, createdAt: old?.createdAt ?? start)
                $0.region.remove()
            }
            Article.create(other)
        }
    },
    { _, stored, db in
        guard let old = stored.first else { return }
        try await Article.remove(tenantID: old.tenantID, articleID: old.articleID, slug: old.slug).run(on: db)
    },
])

extension Chance {
    fileprivate mutating func article() -> Article.Draft {
        .init(
            tenantID: tenant(), articleID: id(), authorID: text(), slug: "s\(number(0...3))",
            status: optional(choice(Article.Status.self, or: .draft)), region: optional(text() + "r"),
            category: optional(text() + "c"), title: "T", address: optional(Address(city: "Paris")),
            publishedAt: optional(date()))
    }

    fileprivate mutating func article(of stored: [Article]) -> (Article.Key, Article?) {
        guard number(0...9) > 0, let article = stored.randomElement(using: &self) else {
            return (.init(tenantID: tenant(), articleID: id()), nil)
        }
        return (article.key, article)
    }
}

/// Four index keys that hang on conditions, and attributes that never change among their parts.
let commentWrites = RandomWrites<Comment>(writes: [
    { chance, _, db in
        let draft = chance.comment()
        try await Comment.put(draft).run(on: db)
    },
    { chance, _, db in
        let draft = chance.comment()
        try await Comment.create(draft).run(on: db)
    },
    { chance, _, db in
        let (first, second) = (chance.comment(), chance.comment())
        try await db.batchWrite([Comment.put(first), Comment.put(second)])
    },
    { chance, stored, db in
        let (draft, old) = (chance.comment(), stored.randomElement(using: &chance))
        try await Comment.patch(old?.key ?? Comment(draft).key) {
            $0.set(
                authorID: old?.authorID ?? "a", text: draft.text, mood: draft.mood, isHidden: draft.isHidden ?? false,
                createdAt: old?.createdAt ?? start)
            $0.replies.add(1)
        }.run(on: db)
    },
    { chance, stored, db in
        let (draft, old) = (chance.comment(), stored.randomElement(using: &chance))
        let authorID = chance.kept(draft.authorID, stored: old?.authorID)
        let text = chance.part(draft.text, stored: old?.text)
        let mood = chance.part(draft.mood, stored: old?.mood)
        let isHidden = chance.part(draft.isHidden ?? true, stored: old?.isHidden)
        let createdAt = chance.kept(start, stored: old?.createdAt)
        let update = Comment.update(old?.key ?? Comment(draft).key) {
            $0.set(authorID: authorID, text: text, mood: mood, isHidden: isHidden, createdAt: createdAt)
        }
        if old == nil { try await update.orCreate().run(on: db) } else { try await update.run(on: db) }
    },
    { _, stored, db in
        if let key = stored.last?.key { try await Comment.delete(key).run(on: db) }
    },
])

extension Chance {
    fileprivate mutating func comment() -> Comment.Draft {
        .init(
            tenantID: tenant(), articleID: ids[0], commentID: id(), authorID: text(),
            text: one(of: ["-", "Yes"], or: "-"),
            mood: optional(choice(Comment.Mood.self, or: .sad)), isHidden: optional(bool()))
    }
}

/// Widths, scales, a condition of two attributes, and an index of an attribute that is never changed.
let orderWrites = RandomWrites<Order>(writes: [
    { chance, _, db in
        let draft = chance.order()
        try await Order.put(draft).run(on: db)
    },
    { chance, stored, db in
        let (draft, old) = (chance.order(), stored.randomElement(using: &chance))
        let total = chance.part(draft.total, stored: old?.total)
        let priority = chance.part(draft.priority ?? .low, stored: old?.priority)
        let dueAt = chance.part(draft.dueAt, stored: old?.dueAt)
        let isPaid = chance.part(draft.isPaid, stored: old?.isPaid)
        let placedAt = chance.kept(draft.placedAt, stored: old?.placedAt)
        try await Order.update(old?.key ?? Order(draft).key) {
            $0.set(total: total, priority: priority, dueAt: dueAt, isPaid: isPaid, placedAt: placedAt)
            $0.weight.add(1, startingAt: 5)
            $0.lines.append(Line(sku: SKU(rawValue: "x"), price: Money(cents: 1)))
        }.run(on: db)
    },
    { chance, stored, db in
        let old = stored.randomElement(using: &chance)
        guard let old else { return }
        try await Order.patch(old.key) {
            $0.lines[0].quantity.set(7)
            $0.weight.remove()
        }.if { $0.lines.size > 0 || $0.isPaid == true }.run(on: db)
    },
    { _, stored, db in
        if let key = stored.last?.key { try await Order.delete(key).run(on: db) }
    },
])

extension Chance {
    fileprivate mutating func order() -> Order.Draft {
        .init(
            orderID: UUID(uuidString: "00000000-0000-4000-8000-00000000000\(number(0...3))"), buyerID: "b",
            total: Decimal(number(0...99_999)) / 100, priority: optional(choice(Priority.self, or: .low)),
            channel: choice(Channel.self, or: .web), dueAt: optional(start.addingTimeInterval(Double(number(0...3)))),
            isPaid: bool(), placedAt: date())
    }
}

/// Two indexes that share an attribute, one of them with an optional part, and a native key.
let stockWrites = RandomWrites<Stock>(writes: [
    { chance, _, db in
        let draft = chance.stock()
        try await Stock.put(draft).run(on: db)
    },
    { chance, _, db in
        let draft = chance.stock()
        try await Stock.upsert(draft, minimum: draft.minimum, price: draft.price).run(on: db)
    },
    { chance, stored, db in
        let (draft, old) = (chance.stock(), stored.randomElement(using: &chance))
        let quantity = chance.part(draft.quantity, stored: old?.quantity)
        let minimum = chance.part(draft.minimum, stored: old?.minimum)
        let setsPrice = chance.bool()
        let update = Stock.update(old?.key ?? Stock(draft).key) {
            $0.set(quantity: quantity, minimum: minimum)
            if setsPrice { $0.set(price: draft.price) }
        }
        if draft.quantity > 5 { try await update.orCreate().run(on: db) } else { try await update.run(on: db) }
    },
    { chance, _, db in
        let (first, second) = (chance.stock(), chance.stock())
        try await db.transact {
            Stock.put(first)
            Stock.upsert(second, minimum: second.minimum, price: nil)
        }
    },
    { _, stored, db in
        if let key = stored.last?.key { try await Stock.delete(key).run(on: db) }
    },
])

extension Chance {
    fileprivate mutating func stock() -> Stock.Draft {
        .init(
            sku: SKU(rawValue: text() + "."), place: text() + ".", quantity: number(0...9),
            minimum: optional(UInt16(number(0...2))), price: optional(Money(cents: number(-1...1))))
    }
}

/// Keys that are made of what is computed from normalized attributes.
let paintingWrites = RandomWrites<Painting>(writes: [
    { chance, _, db in
        let draft = chance.painting()
        try await Painting.put(draft).run(on: db)
    },
    { chance, _, db in
        let draft = chance.painting()
        try await Painting.upsert(draft, year: draft.year, hall: draft.hall ?? "west").run(on: db)
    },
    { chance, stored, db in
        let (draft, old) = (chance.painting(), stored.randomElement(using: &chance))
        let creates = chance.bool()
        let update = Painting.update(old?.key ?? Painting(draft).key) {
            $0.set(title: draft.title, year: draft.year, hall: draft.hall ?? "north")
            $0.views.add(1)
            $0.shownAt.set(ifAbsent: start)
        }
        if creates { try await update.orCreate().run(on: db) } else { try await update.run(on: db) }
    },
    { chance, stored, db in
        let old = stored.randomElement(using: &chance)
        let title = chance.text() + "."
        guard var copy = old else { return }
        copy.title = title
        copy.year = nil
        try await Painting.put(copy).run(on: db)
    },
])

extension Chance {
    fileprivate mutating func painting() -> Painting.Draft {
        .init(
            artist: text() + ".", paintingID: id(), title: one(of: ["Sun  set", " Sun", "a#b"], or: "Sun"),
            year: optional(number(1900...1902)), hall: optional(text()))
    }
}
