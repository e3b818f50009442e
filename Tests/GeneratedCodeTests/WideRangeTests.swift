import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Queries with a range over several parts of the sort key at once.
@Suite("Ranges over several parts of a sort key")
struct WideRangeTests {
    private let day = Date(timeIntervalSince1970: 1_795_219_200)

    /// Whether a range has what is below (-1), at (0) or above (1) its bounds.
    private static func ranges<Bound: SortKeyBound>(
        _ lower: Bound, _ upper: Bound
    ) -> [(range: SortKeyRange<Bound>, contains: (Int, Int) -> Bool)] {
        [
            (lower...upper, { $0 >= 0 && $1 <= 0 }), (lower..<upper, { $0 >= 0 && $1 < 0 }),
            (lower..., { low, _ in low >= 0 }), (.above(lower), { low, _ in low > 0 }), (...upper, { $1 <= 0 }),
            (..<upper, { $1 < 0 }), (.above(lower, upTo: upper), { $0 > 0 && $1 < 0 }),
        ]
    }

    private static func place<First: Comparable, Second: Comparable>(
        of values: (First, Second), to bound: (First, Second?)
    ) -> Int {
        if values.0 != bound.0 { return values.0 < bound.0 ? -1 : 1 }
        guard let second = bound.1, values.1 != second else { return 0 }
        return values.1 < second ? -1 : 1
    }

    @Test("The records are those that a comparison of their values has, part by part")
    func values() async throws {
        let db = try TestExecutor.standard.database(Press.table)
        try await db.createTables()
        let totals = [0, 0.5, 9, 10].map { Decimal($0) }
        let dates = [-1, 0, 0.001].map { day.addingTimeInterval($0).roundedToMilliseconds }
        var orders: [Order] = []
        for total in totals {
            for date in dates {
                let draft = Order.Draft(
                    buyerID: "b", total: total, channel: .web, dueAt: date, isPaid: true, placedAt: date)
                orders.append(try await Order.create(draft).run(on: db))
            }
        }
        let ends: [Date?] = [nil, dates[0], dates[1], dates[2]]
        let bounds = totals.flatMap { total in ends.map { (total, $0) } }
        func bound(_ bound: (Decimal, Date?)) -> Order.ByPriorityBound {
            bound.1.map { .init(total: bound.0, placedAt: $0) } ?? .init(total: bound.0)
        }
        for lower in bounds {
            for upper in TestExecutor.sample(bounds) {
                for (range, contains) in Self.ranges(bound(lower), bound(upper)) {
                    let found = try await Order.byPriority(priority: .normal, in: range).all(on: db)
                    let expected = orders.filter { order in
                        let values = (order.total, order.placedAt)
                        return contains(Self.place(of: values, to: lower), Self.place(of: values, to: upper))
                    }
                    #expect(found == expected, "\(lower) \(upper) \(range)")
                }
            }
        }
    }

    @Test("Seconds are compared exactly, and what is normalized in its form", arguments: TestExecutor.all)
    func storedForms(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        var draft = Visitor.Draft(
            domain: "d", email: "ADA@example.com", city: "Oslo", seenAt: day.addingTimeInterval(0.7))
        try await Visitor.create(draft).run(on: db)
        draft.email = "bo@example.com"
        try await Visitor.create(draft).run(on: db)
        func visitors(_ range: SortKeyRange<Visitor.InCityBound>) async throws -> [String] {
            try await Visitor.inCity(city: "oslo", in: range).all(on: db).map(\.email)
        }
        let (address, ada, bo) = ("Ada@Example.com", "ada@example.com", "bo@example.com")
        #expect(try await visitors(.init(email: address)...) == [ada, bo])
        #expect(try await visitors(.init(email: address) ... .init(email: address)) == [ada])
        #expect(try await visitors(.init(email: address, seenAt: day)...) == [ada, bo])
        #expect(try await visitors(.init(email: address, seenAt: day.addingTimeInterval(0.5))...) == [bo])
        #expect(try await visitors(.above(.init(email: address, seenAt: day.addingTimeInterval(-0.5)))) == [ada, bo])
        #expect(try await visitors(..<(.init(email: "bo@example.com"))) == [ada])
    }

    @Test(
        "In ElectroDB's format ranges have values as well, and the keys only where that is asked for",
        arguments: TestExecutor.all)
    func electroDB(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        for (stage, weight) in [(Parcel.Stage.done, 5), (.done, 100), (.new, 2), (.new, 5)] {
            try await depot.put("\(stage.rawValue.lowercased())\(weight)", stage: stage, weight: weight)
        }
        try await Carrier.put(.init(carrierID: "c", depotID: "d", name: "Anna")).run(on: depot.db)
        func parcels(
            _ range: SortKeyRange<Parcel.ByCarrierBound>, comparing comparison: KeyComparison = .values
        ) async throws -> [String] {
            try await Parcel.byCarrier(carrierID: "c", in: range).comparing(comparison).all(on: depot.db).map(
                \.parcelID)
        }
        #expect(
            try await parcels(.init(stage: "done", weight: 6) ... .init(stage: "new", weight: 2)) == [
                "done100", "new2",
            ])
        #expect(
            try await parcels(.init(stage: "done", weight: 100) ... .init(stage: "new")) == ["done100", "new2", "new5"])
        #expect(try await parcels(.above(.init(stage: "done"))) == ["new2", "new5"])
        #expect(
            try await parcels(.above(.init(stage: "done", weight: 5), through: .init(stage: "done"))) == ["done100"])
        // A key that goes on behind the bound is above it.
        #expect(
            try await parcels(.above(.init(stage: "done")), comparing: .keys) == ["done5", "done100", "new2", "new5"])
        #expect(try await parcels(...(.init(stage: "new")), comparing: .keys) == ["done5", "done100"])
        let query = Parcel.byCarrier(carrierID: "c", in: .above(.init(stage: "done", weight: 5))).comparing(.keys)
        #expect(
            query.explain().body.contains("$carried#parcels#parcel_1#stage_done#weight_000005\\u0000"),
            "\(query.explain().body)")
    }

    @Test("An index that does not hold whole items is read the same way")
    func lookup() async throws {
        let db = try TestExecutor.standard.database(Press.table)
        try await db.createTables()
        let sku = SKU(rawValue: "x-1")
        for (place, quantity) in [("north", 7), ("south", 7), ("east", 12)] {
            try await Stock.put(.init(sku: sku, place: place, quantity: quantity)).run(on: db)
        }
        let range: SortKeyRange = Stock.PlacesBound(quantity: 7, place: "south")...
        #expect(try await Stock.places(sku: sku, in: range).all(on: db).map(\.place) == ["south", "east"])
        #expect(
            try await Stock.places(sku: sku, in: ..<(.init(quantity: 7, place: "south"))).entries().all(on: db).map(
                \.key.place) == ["north"])
    }

    @Test("A number that has no place in the key refuses the query")
    func refused() {
        let query = Order.byPriority(priority: .normal, in: .above(.init(total: 1e20)))
        #expect(query.explain().body.contains("cannot be sent"), "\(query.explain().body)")
    }
}
