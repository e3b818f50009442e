// Generated from vectors.json. Do not edit: generate again.
// swift-format-ignore-file

import ElectroDBModel
import Entities

/// The calls to Tenancy.
enum TenancyCalls {
    static let all: [VectorCall] = [
        VectorCall("saas-tenant/put/full", on: Tenancy.table, call0),
        VectorCall("saas-tenant/put/domain-is-lowered", on: Tenancy.table, call1),
        VectorCall("saas-tenant/put/without-region-and-domain", on: Tenancy.table, call2),
        VectorCall("saas-tenant/put/key-attribute-with-template-text", on: Tenancy.table, call3),
        VectorCall("saas-tenant/put/fractional-numeric-key", on: Tenancy.table, call4),
        VectorCall("saas-tenant/create/full", on: Tenancy.table, call5),
        VectorCall("saas-tenant/upsert/full", on: Tenancy.table, call6),
        VectorCall("saas-tenant/get/attribute-is-key", on: Tenancy.table, call7),
        VectorCall("saas-tenant/delete/attribute-is-key", on: Tenancy.table, call8),
        VectorCall("saas-tenant/update/plain", on: Tenancy.table, call9),
        VectorCall("saas-tenant/update/numeric-attribute-key", on: Tenancy.table, call10),
        VectorCall("saas-tenant/update/region-and-time", on: Tenancy.table, call11),
        VectorCall("saas-tenant/update/remove-domain", on: Tenancy.table, call12),
        VectorCall("saas-tenant/patch/plan", on: Tenancy.table, call13),
        VectorCall("saas-tenant/query/tenant/exact", on: Tenancy.table, call14),
        VectorCall("saas-tenant/query/byDomain/exact-lowered", on: Tenancy.table, call15),
        VectorCall("saas-tenant/query/byInvite/template-text-added", on: Tenancy.table, call16),
        VectorCall("saas-tenant/query/byPlan/partition", on: Tenancy.table, call17),
        VectorCall("saas-tenant/query/byPlan/seats-over", on: Tenancy.table, call18),
        VectorCall("saas-tenant/query/byRegion/exact", on: Tenancy.table, call19),
        VectorCall("saas-tenant/query/byRegion/until", on: Tenancy.table, call20),
        VectorCall("saas-tenant/scan/table", on: Tenancy.table, call21),
    ]

    /// saas-tenant/put/full
    static func call0(on db: Database) async throws {
        _ = try await Tenant.put(.init(tenantId: "Acme-Ltd", domain: "acme.example", plan: .team, seats: 25, region: "EU-West", openedAt: 1717228800000, displayName: "Acme", active: true)).run(on: db)
    }

    /// saas-tenant/put/domain-is-lowered
    static func call1(on db: Database) async throws {
        _ = try await Tenant.put(.init(tenantId: "Acme-Ltd", domain: "ACME.Example", plan: .team, seats: 25, region: "EU-West", openedAt: 1717228800000, displayName: "Acme", active: true)).run(on: db)
    }

    /// saas-tenant/put/without-region-and-domain
    static func call2(on db: Database) async throws {
        _ = try await Tenant.put(.init(tenantId: "T2", plan: .free)).run(on: db)
    }

    /// saas-tenant/put/key-attribute-with-template-text
    static func call3(on db: Database) async throws {
        _ = try await Tenant.put(.init(tenantId: "T3", plan: .free, inviteCode: "aB3")).run(on: db)
    }

    /// saas-tenant/put/fractional-numeric-key
    static func call4(on db: Database) async throws {
        _ = try await Tenant.put(.init(tenantId: "Acme-Ltd", domain: "acme.example", plan: .team, seats: 0, region: "EU-West", openedAt: 1717228800000.5, displayName: "Acme", active: true)).run(on: db)
    }

    /// saas-tenant/create/full
    static func call5(on db: Database) async throws {
        _ = try await Tenant.create(.init(tenantId: "Acme-Ltd", domain: "acme.example", plan: .team, seats: 25, region: "EU-West", openedAt: 1717228800000, displayName: "Acme", active: true)).run(on: db)
    }

    /// saas-tenant/upsert/full
    static func call6(on db: Database) async throws {
        _ = try await Tenant.upsert(.init(tenantId: "Acme-Ltd", domain: "acme.example", plan: .team, seats: 25, region: "EU-West", openedAt: 1717228800000, displayName: "Acme", active: true), region: "EU-West", openedAt: 1717228800000).run(on: db)
    }

    /// saas-tenant/get/attribute-is-key
    static func call7(on db: Database) async throws {
        _ = try await Tenant.get(tenantId: "Acme-Ltd").run(on: db)
    }

    /// saas-tenant/delete/attribute-is-key
    static func call8(on db: Database) async throws {
        _ = try await Tenant.delete(tenantId: "Acme-Ltd").run(on: db)
    }

    /// saas-tenant/update/plain
    static func call9(on db: Database) async throws {
        _ = try await Tenant.update(tenantId: "Acme-Ltd") {
            $0.displayName.set("Acme & Co")
        }.orCreate().run(on: db)
    }

    /// saas-tenant/update/numeric-attribute-key
    static func call10(on db: Database) async throws {
        _ = try await Tenant.update(tenantId: "Acme-Ltd") {
            $0.seats.set(30)
        }.orCreate().run(on: db)
    }

    /// saas-tenant/update/region-and-time
    static func call11(on db: Database) async throws {
        _ = try await Tenant.update(tenantId: "Acme-Ltd") {
            $0.set(region: "US")
            $0.set(openedAt: 1717228800001)
        }.orCreate().run(on: db)
    }

    /// saas-tenant/update/remove-domain
    static func call12(on db: Database) async throws {
        _ = try await Tenant.update(tenantId: "Acme-Ltd") {
            $0.domain.remove()
        }.orCreate().run(on: db)
    }

    /// saas-tenant/patch/plan
    static func call13(on db: Database) async throws {
        _ = try await Tenant.patch(tenantId: "Acme-Ltd") {
            $0.set(plan: .enterprise)
        }.run(on: db)
    }

    /// saas-tenant/query/tenant/exact
    static func call14(on db: Database) async throws {
        _ = try await Tenant.tenant(tenantId: "Acme-Ltd").comparing(.keys).all(on: db)
    }

    /// saas-tenant/query/byDomain/exact-lowered
    static func call15(on db: Database) async throws {
        _ = try await Tenant.byDomain(domain: "ACME.example").comparing(.keys).all(on: db)
    }

    /// saas-tenant/query/byInvite/template-text-added
    static func call16(on db: Database) async throws {
        _ = try await Tenant.byInvite(inviteCode: "aB3").comparing(.keys).all(on: db)
    }

    /// saas-tenant/query/byPlan/partition
    static func call17(on db: Database) async throws {
        _ = try await Tenant.byPlan(plan: .team).comparing(.keys).all(on: db)
    }

    /// saas-tenant/query/byPlan/seats-over
    static func call18(on db: Database) async throws {
        _ = try await Tenant.byPlan(plan: .team, seats: .above(10)).comparing(.keys).all(on: db)
    }

    /// saas-tenant/query/byRegion/exact
    static func call19(on db: Database) async throws {
        _ = try await Tenant.byRegion(region: "EU-West", openedAt: 1717228800000).comparing(.keys).all(on: db)
    }

    /// saas-tenant/query/byRegion/until
    static func call20(on db: Database) async throws {
        _ = try await Tenant.byRegion(region: "EU-West", openedAt: ...(1717228800000)).comparing(.keys).all(on: db)
    }

    /// saas-tenant/scan/table
    static func call21(on db: Database) async throws {
        _ = try await Tenant.scan().all(on: db)
    }
}
