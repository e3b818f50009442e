import BenchmarkModel
import Entities
import Harness
import Workloads

/// Requests and answers with the library's own keys.
enum NativeWork {
    static let all: [RequestKind: RequestWork] = [
        .get: { number, db in
            _ = try await Purchase.get(shop: Values.shop, number: Values.number(number)).run(on: db)
        },
        .query: { number, db in
            _ = try await Purchase.byStatus(shop: Values.shop, status: .open, placedAt: Values.from...Values.to)
                .where { $0.total > number && $0.pieces < 10 }.page(on: db)
        },
        .partition: { number, db in
            _ = try await Purchase.byCustomer(customer: Values.number(number)).page(on: db)
        },
        .update: { number, db in
            try await Purchase.update(shop: Values.shop, number: Values.number(number)) {
                $0.note.set(Values.note)
                $0.total.set(number)
                $0.pieces.add(1)
            }.returningNothing().run(on: db)
        },
        .patch: { number, db in
            try await Purchase.patch(shop: Values.shop, number: Values.number(number)) {
                $0.set(status: .paid, placedAt: Values.placedAt)
            }.returningNothing().run(on: db)
        },
        .put: { number, db in
            try await Purchase.put(draft(number)).returningNothing().run(on: db)
        },
        .upsert: { number, db in
            try await Purchase.upsert(draft(number)).returningNothing().run(on: db)
        },
        .collection: { number, db in
            _ = try await Till.account(customer: Values.number(number)).all(on: db)
        },
        .batch: { _, db in
            _ = try await db.batchGet((0..<100).map { Purchase.get(shop: Values.shop, number: Values.number($0)) })
        },
        .item: { _, _ in
            guard try GetItemOutput<Purchase>(body: item).item?.total == 1 else { throw WrongAnswer() }
        },
        .page: { _, _ in
            guard try PageOutput<Purchase>(body: page).items.count == 100 else { throw WrongAnswer() }
        },
    ]

    static func draft(_ number: Int) -> Purchase.Draft {
        Purchase.Draft(
            shop: Values.shop, number: Values.number(number), customer: Values.customer, status: .open,
            placedAt: Values.placedAt, total: number, pieces: 3, note: Values.note)
    }

    private static let item = Answers.item(of: Purchase(draft(1)))
    /// The answer that is parsed, for the peers too.
    static let page = Answers.page(of: (0..<100).map { Purchase(draft($0)) })
}
