import EntityMacrosLite

/// Keys that mix tenants, or let one among another's items.
let tenancyFixture = DiagnosticFixture {
    [
        TestService("service", .standard) {
            Account()
            Invoice()
            Note()
            Plan()
        },
        TestElectroService { Legacy() },
    ]
}

private struct Account: EntityDefinition {
    let firm = Attribute<String>(.tenant)
    let id = Attribute<String>()
    let email = Attribute<String>(.unique(within: \Account.firm))
    let phone = Attribute<String>(.unique)
    // ^ error tenant-unique: 'phone' of Account is unique among all tenants … '.unique(within: \Account.firm)'
    let other = Attribute<String>(.tenant)
    // ^ error attribute-role-repeated: Account has .tenant on 'firm' and on 'other'

    var accessPatterns: AccessPatterns {
        Primary("account", partition: "FIRM#\(firm)#ACCOUNT#\(id)", sort: "ACCOUNT")
        Index("byEmail", on: .gsi1, partition: "EMAIL#\(email)", sort: "ACCOUNT")
        // ^ error tenant-key: 'byEmail' of Account mixes tenants … "FIRM#\(firm)#…"
    }
}

private struct Invoice: EntityDefinition {
    let firm = Attribute<String>(.tenant)
    let number = Attribute<Int>()

    var accessPatterns: AccessPatterns {
        Primary("invoice", partition: "F#\(firm)#INVOICE", sort: "\(number)")
        // ^ error tenant-key: 'invoice' of Invoice begins otherwise than 'account' of Account … "FIRM#\(firm)#…"
        Index("byNumber", on: .gsi1, partition: "FIRM#\(firm)-\(number)", sort: "INVOICE")
        // ^ error tenant-key: 'byNumber' of Invoice mixes tenants … then '#' or nothing
    }
}

private struct Note: EntityDefinition {
    let firm = Attribute<String>(.tenant)
    let id = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("note", partition: "FIRM#\(firm)", sort: "NOTE#\(id)")
        Index("composite", on: .gsi1, partition: [firm, id], sort: "NOTE")
        // ^ error tenant-key: 'composite' of Note begins otherwise
    }
}

/// Nobody's, and among the tenants' keys.
private struct Plan: EntityDefinition {
    let name = Attribute<String>()
    let code = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("plan", partition: "PLAN#\(name)", sort: "PLAN")
        Index("byCode", on: .gsi1, partition: "FIRM#\(code)#PLAN", sort: "PLAN")
        // ^ error tenant-overlap: 'byCode' of Plan can have the keys of a tenant … begin the key with another text
    }
}

private struct TestElectroService: ServiceDefinition {
    let name = "service"
    let keyFormat = KeyFormat.electroDB
    let table = Table.standard
    let entities: EntityList

    init(@EntityListBuilder _ entities: () -> EntityList) { self.entities = entities() }
}

private struct Legacy: EntityDefinition {
    let firm = Attribute<String>(.tenant)
    // ^ error tenant-format: 'firm' of Legacy is the .tenant, and ElectroDB's keys do not tell where a value ends
    let id = Attribute<String>()

    var accessPatterns: AccessPatterns { Primary("legacy", partition: [firm], sort: [id]) }
}
