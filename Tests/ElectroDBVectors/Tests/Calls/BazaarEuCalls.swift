// Generated from vectors.json. Do not edit: generate again.
// swift-format-ignore-file

import ElectroDBModel
import Entities

/// The calls to BazaarEu.
enum BazaarEuCalls {
    static let all: [VectorCall] = [
        VectorCall("market-listing/put/full", on: BazaarEu.table, call0),
        VectorCall("market-listing/put/only-required", on: BazaarEu.table, call1),
        VectorCall("market-listing/create/without-freshness", on: BazaarEu.table, call2),
        VectorCall("market-listing/upsert/full", on: BazaarEu.table, call3),
        VectorCall("market-listing/get/by-key", on: BazaarEu.table, call4),
        VectorCall("market-listing/delete/other-seller", on: BazaarEu.table, call5),
        VectorCall("market-listing/update/price-needs-category-and-grade", on: BazaarEu.table, doesNotCompile: 2002, "category, grade, priceCents are set together"),
        VectorCall("market-listing/update/price-with-supplied-parts", on: BazaarEu.table, call7),
        VectorCall("market-listing/update/brand", on: BazaarEu.table, call8),
        VectorCall("market-listing/update/leave-brand-index", on: BazaarEu.table, call9),
        VectorCall("market-listing/patch/headline-and-stock", on: BazaarEu.table, call10),
        VectorCall("market-listing/query/trade/seller", on: BazaarEu.table, call11),
        VectorCall("market-listing/query/trade/all-parts", on: BazaarEu.table, call12),
        VectorCall("market-listing/query/trade/price-from", on: BazaarEu.table, call13),
        VectorCall("market-listing/query/browse/category", on: BazaarEu.table, call14),
        VectorCall("market-listing/query/browse/begins-first-part", on: BazaarEu.table, call15),
        VectorCall("market-listing/query/browse/price-range", on: BazaarEu.table, call16),
        VectorCall("market-listing/query/freshness/empty-partition", on: BazaarEu.table, call17),
        VectorCall("market-listing/query/freshness/since", on: BazaarEu.table, call18),
        VectorCall("market-listing/query/byBrand/exact", on: BazaarEu.table, call19),
        VectorCall("market-listing/scan/browse", on: BazaarEu.table, call20),
        VectorCall("market-order/put/full", on: BazaarEu.table, call21),
        VectorCall("market-order/put/without-state-and-coupon", on: BazaarEu.table, call22),
        VectorCall("market-order/put/negative-total", on: BazaarEu.table, call23),
        VectorCall("market-order/create/coupon-only", on: BazaarEu.table, call24),
        VectorCall("market-order/upsert/minimal", on: BazaarEu.table, call25),
        VectorCall("market-order/get/empty-sort-key", on: BazaarEu.table, call26),
        VectorCall("market-order/delete/empty-sort-key", on: BazaarEu.table, call27),
        VectorCall("market-order/update/state-only", on: BazaarEu.table, call28),
        VectorCall("market-order/update/settle", on: BazaarEu.table, call29),
        VectorCall("market-order/update/move-date-uses-primary-part", on: BazaarEu.table, call30),
        VectorCall("market-order/patch/drop-coupon", on: BazaarEu.table, call31),
        VectorCall("market-order/query/order/empty-sort-composite", on: BazaarEu.table, call32),
        VectorCall("market-order/query/buyer/scope", on: BazaarEu.table, call33),
        VectorCall("market-order/query/buyer/until", on: BazaarEu.table, call34),
        VectorCall("market-order/query/byState/settled", on: BazaarEu.table, call35),
        VectorCall("market-order/query/byCoupon/scope-without-sort-key", on: BazaarEu.table, call36),
        VectorCall("market-order/scan/byCoupon", on: BazaarEu.table, call37),
        VectorCall("trade/collection/seller", on: BazaarEu.table, call38),
        VectorCall("trade/collection/shared-sort-part", on: BazaarEu.table, call39),
        VectorCall("trade/collection/begins", on: BazaarEu.table, call40),
        VectorCall("trade/collection/between", on: BazaarEu.table, call41),
        VectorCall("trade/collection/greater", on: BazaarEu.table, call42),
    ]

    /// market-listing/put/full
    static func call0(on db: Database) async throws {
        _ = try await Listing.put(.init(sellerId: "S-9", listingId: "L-100", category: "Bikes", grade: .used, priceCents: 45900, brand: "Velo&Co", available: true, updatedAt: "2024-05-05", headline: "City bike", stock: 1)).run(on: db)
    }

    /// market-listing/put/only-required
    static func call1(on db: Database) async throws {
        _ = try await Listing.put(.init(sellerId: "S-9", listingId: "L-101", category: "Bikes", grade: .new, priceCents: 5)).run(on: db)
    }

    /// market-listing/create/without-freshness
    static func call2(on db: Database) async throws {
        _ = try await Listing.create(.init(sellerId: "S-10", listingId: "L-7", category: "Maps", grade: .refurbished, priceCents: 0, brand: "Karto")).run(on: db)
    }

    /// market-listing/upsert/full
    static func call3(on db: Database) async throws {
        _ = try await Listing.upsert(.init(sellerId: "S-9", listingId: "L-100", category: "Bikes", grade: .used, priceCents: 45900, brand: "Velo&Co", available: false, updatedAt: "2024-05-05", headline: "City bike", stock: 1), brand: "Velo&Co", available: false, updatedAt: "2024-05-05").run(on: db)
    }

    /// market-listing/get/by-key
    static func call4(on db: Database) async throws {
        _ = try await Listing.get(sellerId: "S-9", listingId: "L-100").run(on: db)
    }

    /// market-listing/delete/other-seller
    static func call5(on db: Database) async throws {
        _ = try await Listing.delete(sellerId: "s-10", listingId: "L-7").run(on: db)
    }

    /// market-listing/update/price-with-supplied-parts
    static func call7(on db: Database) async throws {
        _ = try await Listing.update(sellerId: "S-9", listingId: "L-100") {
            $0.set(category: .supplied("Bikes"), grade: .supplied(.used), priceCents: .set(40000))
        }.orCreate().run(on: db)
    }

    /// market-listing/update/brand
    static func call8(on db: Database) async throws {
        _ = try await Listing.update(sellerId: "S-9", listingId: "L-100") {
            $0.set(brand: "Rad#1")
        }.orCreate().run(on: db)
    }

    /// market-listing/update/leave-brand-index
    static func call9(on db: Database) async throws {
        _ = try await Listing.update(sellerId: "S-9", listingId: "L-100") {
            $0.set(brand: nil)
        }.orCreate().run(on: db)
    }

    /// market-listing/patch/headline-and-stock
    static func call10(on db: Database) async throws {
        _ = try await Listing.patch(sellerId: "S-9", listingId: "L-100") {
            $0.headline.set("Sold")
            $0.stock.add(-1)
        }.run(on: db)
    }

    /// market-listing/query/trade/seller
    static func call11(on db: Database) async throws {
        _ = try await Listing.trade(sellerId: "S-9").comparing(.keys).all(on: db)
    }

    /// market-listing/query/trade/all-parts
    static func call12(on db: Database) async throws {
        _ = try await Listing.trade(sellerId: "S-9", category: "Bikes", priceCents: 45900).comparing(.keys).all(on: db)
    }

    /// market-listing/query/trade/price-from
    static func call13(on db: Database) async throws {
        _ = try await Listing.trade(sellerId: "S-9", category: "Bikes", priceCents: (1000)...).comparing(.keys).all(on: db)
    }

    /// market-listing/query/browse/category
    static func call14(on db: Database) async throws {
        _ = try await Listing.browse(category: "Bikes").comparing(.keys).all(on: db)
    }

    /// market-listing/query/browse/begins-first-part
    static func call15(on db: Database) async throws {
        _ = try await Listing.browse(category: "Bikes", grade: .beginning(with: "Re")).comparing(.keys).all(on: db)
    }

    /// market-listing/query/browse/price-range
    static func call16(on db: Database) async throws {
        _ = try await Listing.browse(category: "Bikes", grade: .used, priceCents: (100)...(99900)).comparing(.keys).all(on: db)
    }

    /// market-listing/query/freshness/empty-partition
    static func call17(on db: Database) async throws {
        _ = try await Listing.freshness().comparing(.keys).all(on: db)
    }

    /// market-listing/query/freshness/since
    static func call18(on db: Database) async throws {
        _ = try await Listing.freshness(available: true, updatedAt: .above("2024-05-01")).comparing(.keys).all(on: db)
    }

    /// market-listing/query/byBrand/exact
    static func call19(on db: Database) async throws {
        _ = try await Listing.byBrand(brand: "Velo&Co").comparing(.keys).all(on: db)
    }

    /// market-listing/scan/browse
    static func call20(on db: Database) async throws {
        _ = try await Listing.scan(.browse).all(on: db)
    }

    /// market-order/put/full
    static func call21(on db: Database) async throws {
        _ = try await Order.put(.init(orderId: "O-7001", sellerId: "S-9", buyerId: "B-3", category: "Bikes", placedAt: "2024-05-07T10:00:00Z", state: .paid, settled: false, totalCents: 45900, couponCode: "Spring-10")).run(on: db)
    }

    /// market-order/put/without-state-and-coupon
    static func call22(on db: Database) async throws {
        _ = try await Order.put(.init(orderId: "O-7002", sellerId: "S-9", buyerId: "B-4", category: "Maps", placedAt: "2024-05-08")).run(on: db)
    }

    /// market-order/put/negative-total
    static func call23(on db: Database) async throws {
        _ = try await Order.put(.init(orderId: "O-7001", sellerId: "S-9", buyerId: "B-3", category: "Bikes", placedAt: "2024-05-07T10:00:00Z", state: .paid, settled: false, totalCents: -250, couponCode: "Spring-10")).run(on: db)
    }

    /// market-order/create/coupon-only
    static func call24(on db: Database) async throws {
        _ = try await Order.create(.init(orderId: "O-7005", sellerId: "S-10", buyerId: "B-3", category: "Maps", placedAt: "2024-05-11", couponCode: "X")).run(on: db)
    }

    /// market-order/upsert/minimal
    static func call25(on db: Database) async throws {
        _ = try await Order.upsert(.init(orderId: "O-7003", sellerId: "S-9", buyerId: "B-4", category: "Maps", placedAt: "2024-05-09"), state: nil, settled: nil, totalCents: nil, couponCode: nil).run(on: db)
    }

    /// market-order/get/empty-sort-key
    static func call26(on db: Database) async throws {
        _ = try await Order.get(orderId: "O-7001").run(on: db)
    }

    /// market-order/delete/empty-sort-key
    static func call27(on db: Database) async throws {
        _ = try await Order.delete(orderId: "o_7005").run(on: db)
    }

    /// market-order/update/state-only
    static func call28(on db: Database) async throws {
        _ = try await Order.update(orderId: "O-7001") {
            $0.set(state: .shipped)
        }.orCreate().run(on: db)
    }

    /// market-order/update/settle
    static func call29(on db: Database) async throws {
        _ = try await Order.update(orderId: "O-7001") {
            $0.set(settled: true, totalCents: 45900)
        }.orCreate().run(on: db)
    }

    /// market-order/update/move-date-uses-primary-part
    static func call30(on db: Database) async throws {
        _ = try await Order.update(orderId: "O-7001") {
            $0.set(category: "Bikes", placedAt: "2024-05-10")
        }.orCreate().run(on: db)
    }

    /// market-order/patch/drop-coupon
    static func call31(on db: Database) async throws {
        _ = try await Order.patch(orderId: "O-7001") {
            $0.note.set("coupon expired")
            $0.set(couponCode: nil)
        }.run(on: db)
    }

    /// market-order/query/order/empty-sort-composite
    static func call32(on db: Database) async throws {
        _ = try await Order.order(orderId: "O-7001").comparing(.keys).all(on: db)
    }

    /// market-order/query/buyer/scope
    static func call33(on db: Database) async throws {
        _ = try await Order.buyer(buyerId: "B-3").comparing(.keys).all(on: db)
    }

    /// market-order/query/buyer/until
    static func call34(on db: Database) async throws {
        _ = try await Order.buyer(buyerId: "B-3", placedAt: ...("2024-06")).comparing(.keys).all(on: db)
    }

    /// market-order/query/byState/settled
    static func call35(on db: Database) async throws {
        _ = try await Order.byState(state: .paid, settled: true).comparing(.keys).all(on: db)
    }

    /// market-order/query/byCoupon/scope-without-sort-key
    static func call36(on db: Database) async throws {
        _ = try await Order.byCoupon(couponCode: "Spring-10").comparing(.keys).all(on: db)
    }

    /// market-order/scan/byCoupon
    static func call37(on db: Database) async throws {
        _ = try await Order.scan(.byCoupon).all(on: db)
    }

    /// trade/collection/seller
    static func call38(on db: Database) async throws {
        _ = try await BazaarEu.trade(sellerId: "S-9").comparing(.keys).all(on: db)
    }

    /// trade/collection/shared-sort-part
    static func call39(on db: Database) async throws {
        _ = try await BazaarEu.trade(sellerId: "S-9", category: "Bikes").comparing(.keys).all(on: db)
    }

    /// trade/collection/begins
    static func call40(on db: Database) async throws {
        _ = try await BazaarEu.trade(sellerId: "S-9", category: .beginning(with: "Bi")).comparing(.keys).all(on: db)
    }

    /// trade/collection/between
    static func call41(on db: Database) async throws {
        _ = try await BazaarEu.trade(sellerId: "S-9", category: ("A")...("M")).comparing(.keys).all(on: db)
    }

    /// trade/collection/greater
    static func call42(on db: Database) async throws {
        _ = try await BazaarEu.trade(sellerId: "S-9", category: .above("Bikes")).comparing(.keys).all(on: db)
    }
}
