// Generated from vectors.json. Do not edit: generate again.
// swift-format-ignore-file

import ElectroDBModel
import Entities

/// The calls to Depot9.
enum Depot9Calls {
    static let all: [VectorCall] = [
        VectorCall("stock-level/put/full", on: Depot9.table, call0),
        VectorCall("stock-level/put/only-required", on: Depot9.table, call1),
        VectorCall("stock-level/put/negative-lot-and-quantity", on: Depot9.table, call2),
        VectorCall("stock-level/put/padding-counts-utf16-units", on: Depot9.table, call3),
        VectorCall("stock-level/put/longer-than-padding", on: Depot9.table, call4),
        VectorCall("stock-level/create/without-indexes-but-sku", on: Depot9.table, call5),
        VectorCall("stock-level/upsert/full", on: Depot9.table, call6),
        VectorCall("stock-level/get/padded-and-labelled", on: Depot9.table, call7),
        VectorCall("stock-level/delete/padded-and-labelled", on: Depot9.table, call8),
        VectorCall("stock-level/update/supplier-writes-empty-sort-key", on: Depot9.table, call9),
        VectorCall("stock-level/update/hazard-and-audit", on: Depot9.table, call10),
        VectorCall("stock-level/update/leave-several-indexes", on: Depot9.table, call11),
        VectorCall("stock-level/update/numeric-key", on: Depot9.table, call12),
        VectorCall("stock-level/patch/count", on: Depot9.table, call13),
        VectorCall("stock-level/query/bySku/empty-sort-composite", on: Depot9.table, call14),
        VectorCall("stock-level/query/bySupplier/empty-sort-composite-clustered", on: Depot9.table, call15),
        VectorCall("stock-level/query/byHazard/below", on: Depot9.table, call16),
        VectorCall("stock-level/query/audits/scope-without-sort-key", on: Depot9.table, call17),
        VectorCall("stock-level/query/expiring/shared-partition-field", on: Depot9.table, call18),
        VectorCall("stock-level/query/byFamily/numeric-range", on: Depot9.table, call19),
        VectorCall("stock-level/scan/table", on: Depot9.table, call20),
    ]

    /// stock-level/put/full
    static func call0(on db: Database) async throws {
        _ = try await StockLevel.put(.init(warehouse: "Basel", sku: "Ax-900", bin: "R4", lot: 17, supplier: "Nordwind", hazard: false, quantity: 250, auditCode: "Q3", expiresOn: "2025-03", family: "oil", pallets: 2)).run(on: db)
    }

    /// stock-level/put/only-required
    static func call1(on db: Database) async throws {
        _ = try await StockLevel.put(.init(warehouse: "Basel", sku: "7", bin: "R5", lot: 0)).run(on: db)
    }

    /// stock-level/put/negative-lot-and-quantity
    static func call2(on db: Database) async throws {
        _ = try await StockLevel.put(.init(warehouse: "Basel", sku: "Ax-900", bin: "R4", lot: -5, supplier: "Nordwind", hazard: false, quantity: -12.5, auditCode: "Q3", expiresOn: "2025-03", family: "oil", pallets: 2)).run(on: db)
    }

    /// stock-level/put/padding-counts-utf16-units
    static func call3(on db: Database) async throws {
        _ = try await StockLevel.put(.init(warehouse: "Basel", sku: "🧴🧴-é", bin: "R4", lot: 17, supplier: "Nordwind", hazard: false, quantity: 250, auditCode: "Q3", expiresOn: "2025-03", family: "ÖL👍", pallets: 2)).run(on: db)
    }

    /// stock-level/put/longer-than-padding
    static func call4(on db: Database) async throws {
        _ = try await StockLevel.put(.init(warehouse: "Basel", sku: "ABCDEFGHIJKLMNO", bin: "R4", lot: 12345, supplier: "Nordwind", hazard: false, quantity: 250, auditCode: "Q3", expiresOn: "2025-03", family: "solvents-a", pallets: 2)).run(on: db)
    }

    /// stock-level/create/without-indexes-but-sku
    static func call5(on db: Database) async throws {
        _ = try await StockLevel.create(.init(warehouse: "Chur", sku: "b-1", bin: "Z", lot: 3, expiresOn: "2026-01")).run(on: db)
    }

    /// stock-level/upsert/full
    static func call6(on db: Database) async throws {
        _ = try await StockLevel.upsert(.init(warehouse: "Basel", sku: "Ax-900", bin: "R4", lot: 17, supplier: "Nordwind", hazard: false, quantity: 250, auditCode: "Q3", expiresOn: "2025-03", family: "oil", pallets: 2), supplier: "Nordwind", hazard: false, quantity: 250, auditCode: "Q3", expiresOn: "2025-03", family: "oil", pallets: 2).run(on: db)
    }

    /// stock-level/get/padded-and-labelled
    static func call7(on db: Database) async throws {
        _ = try await StockLevel.get(warehouse: "Basel", sku: "Ax-900", bin: "R4", lot: 17).run(on: db)
    }

    /// stock-level/delete/padded-and-labelled
    static func call8(on db: Database) async throws {
        _ = try await StockLevel.delete(warehouse: "Basel", sku: "Ax-900", bin: "R4", lot: 17).run(on: db)
    }

    /// stock-level/update/supplier-writes-empty-sort-key
    static func call9(on db: Database) async throws {
        _ = try await StockLevel.update(warehouse: "Basel", sku: "Ax-900", bin: "R4", lot: 17) {
            $0.set(supplier: "Südwind")
        }.orCreate().run(on: db)
    }

    /// stock-level/update/hazard-and-audit
    static func call10(on db: Database) async throws {
        _ = try await StockLevel.update(warehouse: "Basel", sku: "Ax-900", bin: "R4", lot: 17) {
            $0.set(hazard: true)
            $0.set(auditCode: "Q4")
        }.orCreate().run(on: db)
    }

    /// stock-level/update/leave-several-indexes
    static func call11(on db: Database) async throws {
        _ = try await StockLevel.update(warehouse: "Basel", sku: "Ax-900", bin: "R4", lot: 17) {
            $0.set(supplier: nil)
            $0.set(auditCode: nil)
            $0.set(expiresOn: nil)
        }.orCreate().run(on: db)
    }

    /// stock-level/update/numeric-key
    static func call12(on db: Database) async throws {
        _ = try await StockLevel.update(warehouse: "Basel", sku: "Ax-900", bin: "R4", lot: 17) {
            $0.set(pallets: 3)
        }.orCreate().run(on: db)
    }

    /// stock-level/patch/count
    static func call13(on db: Database) async throws {
        _ = try await StockLevel.patch(warehouse: "Basel", sku: "Ax-900", bin: "R4", lot: 17) {
            $0.comment.set("recounted")
        }.run(on: db)
    }

    /// stock-level/query/bySku/empty-sort-composite
    static func call14(on db: Database) async throws {
        _ = try await StockLevel.bySku(sku: "Ax-900").comparing(.keys).all(on: db)
    }

    /// stock-level/query/bySupplier/empty-sort-composite-clustered
    static func call15(on db: Database) async throws {
        _ = try await StockLevel.bySupplier(supplier: "Nordwind").comparing(.keys).all(on: db)
    }

    /// stock-level/query/byHazard/below
    static func call16(on db: Database) async throws {
        _ = try await StockLevel.byHazard(hazard: true, quantity: ..<(10)).comparing(.keys).all(on: db)
    }

    /// stock-level/query/audits/scope-without-sort-key
    static func call17(on db: Database) async throws {
        _ = try await StockLevel.audits(auditCode: "Q3").comparing(.keys).all(on: db)
    }

    /// stock-level/query/expiring/shared-partition-field
    static func call18(on db: Database) async throws {
        _ = try await StockLevel.expiring(sku: "Ax-900", expiresOn: ...("2025-06")).comparing(.keys).all(on: db)
    }

    /// stock-level/query/byFamily/numeric-range
    static func call19(on db: Database) async throws {
        _ = try await StockLevel.byFamily(family: "oil", pallets: (1)...(10)).comparing(.keys).all(on: db)
    }

    /// stock-level/scan/table
    static func call20(on db: Database) async throws {
        _ = try await StockLevel.scan().all(on: db)
    }
}
