import BenchmarkModel
import Entities
import Harness
import Workloads

/// Requests and answers with the library's own keys.
enum NativeWork {
    static let all: [RequestKind: RequestWork] = [
        .get: .make { number, db in try get(number).request(on: db) },
        .query: .make { number, db in try query(number).request(on: db) },
        .partition: .make { number, db in
            try Purchase.byCustomer(customer: Values.number(number)).request(on: db)
        },
        .update: .make { number, db in try update(number).request(on: db) },
        .patch: .make { number, db in
            try Purchase.patch(shop: Values.shop, number: Values.number(number)) {
                $0.set(status: .paid, placedAt: Values.placedAt)
            }.returningNothing().request(on: db)
        },
        .put: .make { number, db in try put(number).request(on: db) },
        .upsert: .make { number, db in try Purchase.upsert(draft(number)).returningNothing().request(on: db) },
        .collection: .make { number, db in try Till.account(customer: Values.number(number)).request(on: db) },
        .batch: .run { _, db in
            _ = try await db.batchGet(
                (0..<100).map { Purchase.get(shop: Values.shop, number: Values.number($0)) })
        },
        .item: .parse {
            guard try GetItemOutput<Purchase>(body: item).item?.total == 1 else { throw WrongAnswer() }
        },
        .page: .parse {
            guard try PageOutput<Purchase>(body: page).items.count == 100 else { throw WrongAnswer() }
        },
    ]

    /// The same through an executor, as they are run: for what has a target, that the price of running can be seen.
    static let run: [RequestKind: RequestWork] = [
        .get: .run { number, db in _ = try await get(number).run(on: db) },
        .query: .run { number, db in _ = try await query(number).page(on: db) },
        .update: .run { number, db in try await update(number).run(on: db) },
        .put: .run { number, db in try await put(number).run(on: db) },
    ]

    private static func get(_ number: Int) -> Get<Purchase> {
        Purchase.get(shop: Values.shop, number: Values.number(number))
    }

    private static func query(_ number: Int) -> Query<Purchase> {
        Purchase.byStatus(shop: Values.shop, status: .open, placedAt: Values.from...Values.to)
            .where { $0.total > number && $0.pieces < 10 }
    }

    private static func update(_ number: Int) -> ReturningNothing<Update<Purchase>> {
        Purchase.update(shop: Values.shop, number: Values.number(number)) {
            $0.note.set(Values.note)
            $0.total.set(number)
            $0.pieces.add(1)
        }.returningNothing()
    }

    private static func put(_ number: Int) -> ReturningNothing<Put<Purchase>> {
        Purchase.put(draft(number)).returningNothing()
    }

    static func draft(_ number: Int) -> Purchase.Draft {
        Purchase.Draft(
            shop: Values.shop, number: Values.number(number), customer: Values.customer, status: .open,
            placedAt: Values.placedAt, total: number, pieces: 3, note: Values.note)
    }

    private static let item = Answers.item(of: Purchase(draft(1)))
    /// The answer that is parsed, for the peers too.
    static let page = Answers.page(of: (0..<100).map { Purchase(draft($0)) })
}
