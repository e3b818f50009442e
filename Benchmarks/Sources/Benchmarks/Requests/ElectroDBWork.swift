import BenchmarkModel
import Entities
import Harness
import Workloads

/// The same with ElectroDB's keys.
enum ElectroDBWork {
    static let all: [RequestKind: RequestWork] = [
        .get: .make { number, db in
            try SharedPurchase.get(shop: Values.shop, number: Values.number(number)).request(on: db)
        },
        .query: .make { number, db in
            try SharedPurchase.byStatus(shop: Values.shop, status: .open, placedAt: Values.from...Values.to)
                .where { $0.total > number && $0.pieces < 10 }.request(on: db)
        },
        .partition: .make { number, db in
            try SharedPurchase.byCustomer(customer: Values.number(number)).request(on: db)
        },
        .update: .make { number, db in
            try SharedPurchase.update(shop: Values.shop, number: Values.number(number)) {
                $0.note.set(Values.note)
                $0.total.set(number)
                $0.pieces.add(1)
            }.returningNothing().request(on: db)
        },
        .patch: .make { number, db in
            try SharedPurchase.patch(shop: Values.shop, number: Values.number(number)) {
                $0.set(status: .paid, placedAt: Values.placedAt)
            }.returningNothing().request(on: db)
        },
        .put: .make { number, db in try SharedPurchase.put(draft(number)).returningNothing().request(on: db) },
        .upsert: .make { number, db in try SharedPurchase.upsert(draft(number)).returningNothing().request(on: db) },
        .collection: .make { number, db in try SharedTill.account(customer: Values.number(number)).request(on: db) },
        .batch: .run { _, db in
            _ = try await db.batchGet(
                (0..<100).map { SharedPurchase.get(shop: Values.shop, number: Values.number($0)) })
        },
        .item: .parse {
            guard try GetItemOutput<SharedPurchase>(body: item).item?.total == 1 else { throw WrongAnswer() }
        },
        .page: .parse {
            guard try PageOutput<SharedPurchase>(body: page).items.count == 100 else { throw WrongAnswer() }
        },
    ]

    static func draft(_ number: Int) -> SharedPurchase.Draft {
        SharedPurchase.Draft(
            shop: Values.shop, number: Values.number(number), customer: Values.customer, status: .open,
            placedAt: Values.placedAt, total: number, pieces: 3, note: Values.note)
    }

    private static let item = Answers.item(of: SharedPurchase(draft(1)))
    /// The answer that is parsed, for the peers too.
    static let page = Answers.page(of: (0..<100).map { SharedPurchase(draft($0)) })
}
