// Generated from vectors.json. Do not edit: generate again.
// swift-format-ignore-file

import ElectroDBModel
import Entities

/// The calls to Console.
enum ConsoleCalls {
    static let all: [VectorCall] = [
        VectorCall("saas-member/put/full", on: Console.table, call0),
        VectorCall("saas-member/put/upper-case-expands", on: Console.table, call1),
        VectorCall("saas-member/put/decomposed-and-dotted", on: Console.table, call2),
        VectorCall("saas-member/put/without-status", on: Console.table, call3),
        VectorCall("saas-member/put/large-number-upper-cased", on: Console.table, call4),
        VectorCall("saas-member/create/without-name", on: Console.table, call5),
        VectorCall("saas-member/upsert/full", on: Console.table, call6),
        VectorCall("saas-member/get/templates", on: Console.table, call7),
        VectorCall("saas-member/delete/templates", on: Console.table, call8),
        VectorCall("saas-member/update/status-alone", on: Console.table, doesNotCompile: 2002, "status, lastSeen are set together"),
        VectorCall("saas-member/update/status-and-last-seen", on: Console.table, call10),
        VectorCall("saas-member/update/last-seen-with-supplied-status", on: Console.table, call11),
        VectorCall("saas-member/update/email-rebuilds-template", on: Console.table, call12),
        VectorCall("saas-member/update/role-uses-primary-part", on: Console.table, call13),
        VectorCall("saas-member/patch/leave-status-indexes", on: Console.table, call14),
        VectorCall("saas-member/query/member/begins", on: Console.table, call15),
        VectorCall("saas-member/query/byEmail/exact", on: Console.table, call16),
        VectorCall("saas-member/query/byRole/seen-since", on: Console.table, call17),
        VectorCall("saas-member/query/byRole/all-parts-with-trailing-text", on: Console.table, call18),
        VectorCall("saas-member/query/byName/begins-case-kept", on: Console.table, call19),
        VectorCall("saas-member/query/byStatus/same-attribute-twice", on: Console.table, call20),
        VectorCall("saas-member/scan/table", on: Console.table, call21),
        VectorCall("Contacts/collection/template-partition", on: Console.table, call22),
    ]

    /// saas-member/put/full
    static func call0(on db: Database) async throws {
        _ = try await Member.put(.init(tenantId: "Acme", memberId: "m-Ab12", email: "Info@Acme.example", role: .admin, status: .active, lastSeen: 1717228800, displayName: "Front Desk", locale: "fr-CH")).run(on: db)
    }

    /// saas-member/put/upper-case-expands
    static func call1(on db: Database) async throws {
        _ = try await Member.put(.init(tenantId: "Straße ﬁŉıǆ", memberId: "m-Ab12", email: "Info@Acme.example", role: .admin, status: .active, lastSeen: 1717228800, displayName: "ẞtays", locale: "fr-CH")).run(on: db)
    }

    /// saas-member/put/decomposed-and-dotted
    static func call2(on db: Database) async throws {
        _ = try await Member.put(.init(tenantId: "Acme", memberId: "m-Ab12", email: "CAFÉ@İ.example", role: .admin, status: .active, lastSeen: 1717228800, displayName: "Café 👩🏽\u{200D}🚀", locale: "fr-CH")).run(on: db)
    }

    /// saas-member/put/without-status
    static func call3(on db: Database) async throws {
        _ = try await Member.put(.init(tenantId: "Acme", memberId: "m-2", email: "a@b.example", role: .viewer, displayName: "")).run(on: db)
    }

    /// saas-member/put/large-number-upper-cased
    static func call4(on db: Database) async throws {
        _ = try await Member.put(.init(tenantId: "Acme", memberId: "m-Ab12", email: "Info@Acme.example", role: .admin, status: .active, lastSeen: 1e+21, displayName: "Front Desk", locale: "fr-CH")).run(on: db)
    }

    /// saas-member/create/without-name
    static func call5(on db: Database) async throws {
        _ = try await Member.create(.init(tenantId: "Globex", memberId: "M-1", email: "x@globex.example", role: .owner, status: .suspended, lastSeen: 0)).run(on: db)
    }

    /// saas-member/upsert/full
    static func call6(on db: Database) async throws {
        _ = try await Member.upsert(.init(tenantId: "Acme", memberId: "m-Ab12", email: "Info@Acme.example", role: .admin, status: .active, lastSeen: 1717228800, displayName: "Front Desk", locale: "fr-CH"), status: .active, lastSeen: 1717228800, displayName: "Front Desk").run(on: db)
    }

    /// saas-member/get/templates
    static func call7(on db: Database) async throws {
        _ = try await Member.get(tenantId: "Acme", memberId: "m-Ab12").run(on: db)
    }

    /// saas-member/delete/templates
    static func call8(on db: Database) async throws {
        _ = try await Member.delete(tenantId: "GLOBEX", memberId: "M-1").run(on: db)
    }

    /// saas-member/update/status-and-last-seen
    static func call10(on db: Database) async throws {
        _ = try await Member.update(tenantId: "Acme", memberId: "m-Ab12") {
            $0.set(status: .suspended, lastSeen: 1717228801)
        }.orCreate().run(on: db)
    }

    /// saas-member/update/last-seen-with-supplied-status
    static func call11(on db: Database) async throws {
        _ = try await Member.update(tenantId: "Acme", memberId: "m-Ab12") {
            $0.set(status: .supplied(.active), lastSeen: .set(1717228802))
        }.orCreate().run(on: db)
    }

    /// saas-member/update/email-rebuilds-template
    static func call12(on db: Database) async throws {
        _ = try await Member.update(tenantId: "Acme", memberId: "m-Ab12") {
            $0.set(email: "Desk@Acme.example")
        }.orCreate().run(on: db)
    }

    /// saas-member/update/role-uses-primary-part
    static func call13(on db: Database) async throws {
        _ = try await Member.update(tenantId: "Acme", memberId: "m-Ab12") {
            $0.set(role: .owner)
        }.orCreate().run(on: db)
    }

    /// saas-member/patch/leave-status-indexes
    static func call14(on db: Database) async throws {
        _ = try await Member.patch(tenantId: "Acme", memberId: "m-Ab12") {
            $0.locale.set("it")
            $0.set(status: nil, lastSeen: nil)
        }.run(on: db)
    }

    /// saas-member/query/member/begins
    static func call15(on db: Database) async throws {
        _ = try await Member.member(tenantId: "Acme", memberId: .beginning(with: "m-")).comparing(.keys).all(on: db)
    }

    /// saas-member/query/byEmail/exact
    static func call16(on db: Database) async throws {
        _ = try await Member.byEmail(email: "Info@Acme.example", tenantId: "Acme").comparing(.keys).all(on: db)
    }

    /// saas-member/query/byRole/seen-since
    static func call17(on db: Database) async throws {
        _ = try await Member.byRole(tenantId: "Acme", role: .admin, status: .active, lastSeen: (1717000000)...).comparing(.keys).all(on: db)
    }

    /// saas-member/query/byRole/all-parts-with-trailing-text
    static func call18(on db: Database) async throws {
        _ = try await Member.byRole(tenantId: "Acme", role: .admin, status: .active, lastSeen: 1717228800).comparing(.keys).all(on: db)
    }

    /// saas-member/query/byName/begins-case-kept
    static func call19(on db: Database) async throws {
        _ = try await Member.byName(tenantId: "Acme", displayName: .beginning(with: "Fr")).comparing(.keys).all(on: db)
    }

    /// saas-member/query/byStatus/same-attribute-twice
    static func call20(on db: Database) async throws {
        _ = try await Member.byStatus(status: .active).comparing(.keys).all(on: db)
    }

    /// saas-member/scan/table
    static func call21(on db: Database) async throws {
        _ = try await Member.scan().all(on: db)
    }

    /// Contacts/collection/template-partition
    static func call22(on db: Database) async throws {
        _ = try await Console.Contacts(email: "Info@Acme.example").comparing(.keys).all(on: db)
    }
}
