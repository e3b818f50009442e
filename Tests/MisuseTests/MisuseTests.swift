import Testing

/// What the schema does not support does not compile, and the message helps.
@Suite("Misuse")
struct MisuseTests {
    static let snippets: [Snippet] = [
        .use(
            "rightCode",
            """
            _ = try await Article.byAuthor(authorID: "ada", status: .draft, publishedAt: now...).all(on: db)
            _ = Article.update(siteID: "s", articleID: id) { $0.set(status: .draft, publishedAt: nil) }
            """, says: nil),

        // Access patterns
        .use(
            "missingPart", #"_ = Article.byAuthor(authorID: "ada", publishedAt: now)"#,
            says: "missing argument for parameter 'status' in call"),
        .use(
            "swappedParts", #"_ = Article.byAuthor(authorID: "ada", publishedAt: now, status: .draft)"#,
            says: "argument 'status' must precede argument 'publishedAt'"),
        .use(
            "rangeNotLast", #"_ = Article.published(siteID: "s", publishedAt: now..., articleID: id)"#,
            says: "to expected argument type 'Date'"),
        .use(
            "rangeOnPartition", #"_ = Article.published(siteID: "a"...)"#,
            says: "to expected argument type 'String'"),
        .use(
            "rightBounds",
            """
            _ = Article.published(siteID: "s", in: .init(publishedAt: now, articleID: id) ... .init(publishedAt: now))
            _ = Article.published(siteID: "s", in: .above(.init(publishedAt: now, articleID: id)))
            _ = Article.published(siteID: "s", in: ..<Article.PublishedBound(publishedAt: now))
            """, says: nil),
        .use(
            "boundWithGap", #"_ = Article.published(siteID: "s", in: .above(.init(articleID: id)))"#,
            says: "missing argument for parameter 'publishedAt' in call"),
        .use(
            "boundOfUnordered",
            #"_ = Article.byAuthor(authorID: "ada", in: .above(.init(status: .draft, publishedAt: now)))"#,
            says: "extra argument 'in' in call"),
        .use(
            "unknownAccessPattern", #"_ = Article.byTitle(title: "Hello")"#,
            says: "type 'Article' has no member 'byTitle'"),
        .use(
            "prefixOfDate", #"_ = Article.published(siteID: "s", publishedAt: .beginning(with: "2026"))"#,
            says: "only texts have a beginning"),
        .use(
            "wrongValue", "_ = Article.get(siteID: 5, articleID: id)",
            says: "cannot convert value of type 'Int' to expected argument type 'String'"),
        .use(
            "wrongCase", #"_ = Article.byAuthor(authorID: "ada", status: .drft)"#,
            says: "type 'Article.Status' has no member 'drft'"),
        .use(
            "incompleteKey", #"_ = Article.get(siteID: "s")"#,
            says: "missing argument for parameter 'articleID' in call"),

        // Conditions
        .use(
            "unknownAttributeInWhere", #"_ = Article.published(siteID: "s").where { $0.vews > 1 }"#,
            says: "value of type 'Article.Fields' has no member 'vews'"),
        .use(
            "wrongComparison", #"_ = Article.published(siteID: "s").where { $0.views > "1" }"#,
            says: "'String'"),
        .use(
            "nilOfRequired", #"_ = Article.published(siteID: "s").where { $0.title == nil }"#,
            says: "nil"),
        .use(
            "orderOfChoices", #"_ = Article.published(siteID: "s").where { $0.status > .draft }"#,
            says: "'Article.Status'"),

        // Attributes that code has a say in
        .model(
            "rightModelCode",
            """
            _ = Session.put(.init(sessionID: "s", secret: "swordfish"))
            _ = Painting.patch(painting.key) { $0.set(title: "Sun", year: nil, hall: "east") }
            _ = Visitor.patch(key) { $0.discount.set(5); $0.discount.remove() }
            _ = contract.revise { $0.amount = 2 }
            """, says: nil),
        .model("walk", "_ = PageView.byDay(at: Generators.current.now()..<Generators.current.now())", says: nil),
        .model(
            "walkWithoutEnd", "_ = PageView.byDay(at: Generators.current.now()...)",
            says: "to expected argument type 'DateSpan'"),
        .model(
            "aroundStock", "_ = Offer.pieces(offerID: Generators.current.ulid()).subtract(1)",
            says: "value of type 'ShardedStock' has no member 'subtract'"),
        .model(
            "counterInRecord",
            #"_ = Offer.Draft(category: "a", title: "b", priceCents: 1, listedAt: Generators.current.now(), views: 1)"#,
            says: "extra argument 'views' in call"),

        // History
        .model(
            "patchWithoutCopy", "_ = contract.patch { $0.amount.set(2) }",
            says: "the entity keeps its history, and a patch would write no revision: use revise"),
        .model(
            "updateWithoutCopy", "_ = Contract.update(contractID: contract.contractID) { $0.terms.append([\"x\"]) }",
            says: "Contract keeps its history, and an update would write no revision: use create or revise"),
        .model(
            "putWithoutCopy", #"_ = Contract.put(.init(number: "A-1", owner: "ada", amount: 1))"#,
            says: "Contract keeps its history, and a put would write no revision: use create or revise"),
        .model(
            "revisionChanged", "_ = old.revise { $0.amount = 2 }",
            says: "cannot refer to instance method 'revise'"),
        .model(
            "replacingUnversioned", "_ = painting.replacing { _ in }",
            says: "value of type 'Painting' has no member 'replacing'"),
        .model("hiddenValue", "_ = session.secret", says: "'secret' is inaccessible due to 'private' protection level"),
        .model(
            "putOfHidden", "_ = Session.put(session)",
            says: "a record that was read does not have what is hidden, and a put would lose it"),
        .model(
            "computedAttribute", #"_ = Painting.patch(painting.key) { $0.slug.set("x") }"#,
            says: "slug is computed from title and artist"),
        .model(
            "sourceByItself", #"_ = Painting.patch(painting.key) { $0.title.set("x") }"#,
            says: "title is what slug is computed from: use set(title:year:hall:)"),
        .model(
            "computedFromConstant", #"_ = Painting.patch(painting.key) { $0.initial.set("x") }"#,
            says: "initial is computed from artist, which never changes"),
        .model(
            "assignedComputed", #"var copy = painting; copy.slug = "x""#,
            says: "setter is inaccessible"),
        .model(
            "expiredOfLasting", #"_ = Member.member(memberID: "m").includingExpired()"#,
            says: "requires that 'Member' conform to 'ExpiringEntity'"),
        .model(
            "endOfClaimedAlone", #"_ = Login.patch(memberID: "m", loginID: "l") { $0.expiresAt.set(5) }"#,
            says: "expiresAt is how long token is claimed: use set(token:expiresAt:replacing:)"),
        .model("reserveWithoutHolder", "_ = Login.reserve([])", says: "type 'Login' has no member 'reserve'"),
        .model(
            "additionToNormalized", "_ = Visitor.patch(key) { $0.discount.add(1) }",
            says: "adding in the database would go around `normalize`: set the whole value"),

        // Copies of what is stored in another form
        .fixture(
            "rightCopies",
            """
            func copies(_ key: Article.Key) {
                _ = Article.patch(key) { $0.body.set(to: $0.region) }
            }
            """, says: nil),
        .fixture(
            "copyFromKeyText", "_ = Parcel.patch(parcel.key) { $0.note.set(to: $0.seal) }",
            says: "the two are stored differently, and DynamoDB copies what is stored: set a value"),
        .fixture(
            "copyToKeyText", "_ = Parcel.patch(parcel.key) { $0.seal.set(to: $0.note) }",
            says: "the two are stored differently, and DynamoDB copies what is stored: set a value"),
        .model(
            "copyToNormalized", "_ = Visitor.patch(key) { $0.discount.set(to: $0.score) }",
            says: "the two are stored differently, and DynamoDB copies what is stored: set a value"),
        .model(
            "copyFromNormalized", "_ = Visitor.patch(key) { $0.score.set(to: $0.discount) }",
            says: "the two are stored differently, and DynamoDB copies what is stored: set a value"),
        .use(
            "copyOfDate", #"_ = SettableField<EpochSeconds>("a").set(to: UpdatableField<Date>("b"))"#,
            says: "the two are stored differently, and DynamoDB copies what is stored: set a value"),
        .use(
            "copyOfMilliseconds",
            #"_ = SettableField<EpochSeconds>("a").set(to: OptionalSettableField<EpochMilliseconds>("b"))"#,
            says: "the two are stored differently, and DynamoDB copies what is stored: set a value"),
        .fixture(
            "copyOfOtherType", "_ = Parcel.patch(parcel.key) { $0.note.set(to: $0.handled) }",
            says: "'set(to:)' requires the types 'String' and 'Int' be equivalent"),

        // States
        .model(
            "rightMoves",
            """
            _ = Delivery.update(depotID: "d", deliveryID: "1") { $0.set(status: .placedToPaid, dueAt: nil) }
            _ = Delivery.update(depotID: "d", deliveryID: "1") { $0.set(status: .set(.toCancelled), dueAt: .omitted) }
            _ = Delivery.update(depotID: "d", deliveryID: "1") { $0.set(status: .supplied(.paid), dueAt: .set(nil)) }
            _ = Ticket.update(ticketID: "t") { $0.set(state: .toClosed) }
            """, says: nil),
        .model(
            "illegalMove",
            #"_ = Delivery.update(depotID: "d", deliveryID: "1") { $0.set(status: .placedToDelivered, dueAt: nil) }"#,
            says: "has no member 'placedToDelivered'"),
        .model(
            "moveBackToTheBeginning",
            #"_ = Delivery.update(depotID: "d", deliveryID: "1") { $0.set(status: .toPlaced, dueAt: nil) }"#,
            says: "has no member 'toPlaced'"),
        .model(
            "stateAsValue", #"_ = Ticket.update(ticketID: "t") { $0.set(state: .closed) }"#,
            says: "has no member 'closed'"),
        .model(
            "stateByItself", #"_ = Ticket.update(ticketID: "t") { $0.state.set(.closed) }"#,
            says: "state is what banner is computed from, and is a state: use set(state:)"),
        .model(
            "stateInDraft", #"_ = Ticket.create(.init(ticketID: "t", title: "x", state: .closed))"#,
            says: "extra argument 'state'"),
        .model(
            "putOfState", #"_ = Ticket.put(.init(ticketID: "t", title: "x"))"#,
            says: "state is a state, and a put would set it back"),
        .definition(
            "transitionsOfText",
            #"struct TransitionsOfText: MapDefinition { let name = Attribute<String>(.transitions(["a": ["b"]])) }"#,
            says: "only a Choice that is not optional has states"),

        // Leases
        .model(
            "rightLeases",
            """
            _ = Job.lease(jobID: "j", by: "w", for: .seconds(1)).if { $0.lease.isFree() }
            _ = Job.patch(jobID: "j") { $0.progress.add(1) }.whileLeased(Job(.init(jobID: "j", title: "t")).lease!)
            """, says: nil),
        .model(
            "leaseByHand", #"_ = Job.patch(jobID: "j") { $0.lease.remove() }"#,
            says: "value of type 'Job.Changes' has no member 'lease'"),
        .model(
            "putOfLeased", #"_ = Job.put(.init(jobID: "j", title: "t"))"#, says: "lease tells who has the record"),
        .model(
            "leaseOfOthers", #"_ = Ticket.patch(ticketID: "t") { $0.title.set("x") }.whileLeased()"#,
            says: "requires that 'Ticket' conform to 'LeasedEntity'"),

        // Changes
        .use(
            "unknownAttributeInUpdate", #"_ = Article.update(siteID: "s", articleID: id) { $0.titel.set("x") }"#,
            says: "value of type 'Article.Changes' has no member 'titel'"),
        .use(
            "removeRequired", #"_ = Article.update(siteID: "s", articleID: id) { $0.title.remove() }"#,
            says: "a required attribute cannot be removed"),
        .use(
            "partOfKeyAlone", #"_ = Article.update(siteID: "s", articleID: id) { $0.status.set(.draft) }"#,
            says: "use set(status:publishedAt:)"),
        .use(
            "uniqueAlone", #"_ = Article.update(siteID: "s", articleID: id) { $0.slug.set("x") }"#,
            says: "use set(slug:replacing:)"),
        .use(
            "changeOfKey", #"_ = Article.update(siteID: "s", articleID: id) { $0.siteID.set("x") }"#,
            says: "has no member 'siteID'"),
        .use(
            "changeOfVersion", #"_ = Article.update(siteID: "s", articleID: id) { $0.revision.set(1) }"#,
            says: "'revision'"),
        .use(
            "addToText", #"_ = Article.update(siteID: "s", articleID: id) { $0.title.add(1) }"#,
            says: "add"),
        .use(
            "conditionInUpdate",
            #"_ = Article.update(siteID: "s", articleID: id) { ($0 as Any, Condition.exists(.value(true))).1 }"#,
            says: "a condition does not change anything: put it behind the update, .if { … }"),
        .use(
            "requiredLeftOut", #"_ = Article.create(.init(siteID: "s", authorID: "a", slug: "x"))"#,
            says: "missing argument for parameter 'title' in call"),
        .use(
            "putOfUnique", #"_ = Article.put(.init(siteID: "s", authorID: "a", slug: "x", title: "x"))"#,
            says: "unique"),

        // Transactions and batches
        .use(
            "readInTransaction", #"try await db.transact { Article.get(siteID: "s", articleID: id) }"#,
            says: "a write transaction cannot read: use transactGet"),
        .use(
            "queryInTransaction", #"try await db.transact { Article.published(siteID: "s") }"#,
            says: "cannot query"),
        .use(
            "forgottenRun", #"Article.delete(siteID: "s", articleID: id, slug: "x")"#,
            says: "unused", severity: "warning"),

        // Indexes that do not hold whole items, and finding
        .fixture(
            "rightEntries",
            """
            _ = try await Stock.places(sku: sku).entries().where { $0.quantity < 10 }.hydrated().all(on: db)
            _ = Article.match(.init(tenantID: "t", title: "x")).where { $0.views > 1 }.allowingScan()
            """, says: nil),
        .fixture(
            "unprojectedAttribute", "_ = try await Stock.places(sku: sku).entries().first(on: db)?.minimum",
            says: "value of type 'Stock.PlacesEntry' has no member 'minimum'"),
        .fixture(
            "unprojectedFilter", "_ = Stock.places(sku: sku).entries().where { $0.minimum == 1 }",
            says: "value of type 'Stock.PlacesEntry.Fields' has no member 'minimum'"),
        .fixture("filteredLookup", "_ = Stock.places(sku: sku).where { $0.quantity < 10 }", says: "no member 'where'"),
        .fixture(
            "entriesOfWholeItems", #"_ = Article.published(tenantID: "t").entries()"#, says: "no member 'entries'"),
        .fixture(
            "keyOfOtherIndex", "_ = Article.scan(.byHandle)",
            says: "type 'Article.AccessPattern' has no member 'byHandle'"),
        .fixture(
            "notFindable", #"_ = Author.find(.init(authorID: "a"))"#, says: "type 'Author' has no member 'find'"),
        .fixture(
            "unreadableKey", #"_ = try Word.Key(stored: ["pk": "WORD#a", "sk": "WORD"])"#,
            says: "incorrect argument label in call (have 'stored:'"),

        // ElectroDB's traps, by their rows in 4.1
        .fixture(
            "trap01Right",
            """
            _ = Parcel.patch(parcel.key) { $0.set(stage: .supplied(.new), weight: .set(5), isHeld: .omitted) }
            _ = Order.patch(order.key) {
                $0.set(total: .set(order.total), priority: .omitted, dueAt: .omitted, isPaid: .omitted, placedAt: .supplied(order.placedAt))
            }
            """, says: nil),
        .fixture(
            "trap01Addition", "_ = Parcel.patch(parcel.key) { $0.weight.add(5) }",
            says:
                "weight is part of the sort key of index gsi1 (byCarrier) and of index gsi4 (held): use set(stage:weight:isHeld:)"
        ),
        .fixture(
            "trap01NativeAddition", "_ = Stock.patch(stock.key) { $0.quantity.add(5) }",
            says: "use set(quantity:minimum:)"),
        .fixture(
            "trap01IfAbsent", #"_ = Parcel.patch(parcel.key) { $0.lane.set(ifAbsent: "l") }"#,
            says: "use set(lane:rank:)"),
        .fixture(
            "trap01Condition", "_ = Parcel.patch(parcel.key) { $0.isHeld.set(true) }",
            says: "isHeld decides on the items of index gsi4 (held): use set(stage:weight:isHeld:)"),
        .fixture(
            "trap01KeptPart",
            """
            _ = Order.patch(order.key) {
                $0.set(total: .set(order.total), priority: .omitted, dueAt: .omitted, isPaid: .omitted, placedAt: .set(order.placedAt))
            }
            """, says: "type 'KeptPart<Date>' has no member 'set'"),
        .fixture(
            "trap01PrimaryKey", #"_ = Parcel.patch(parcel.key) { $0.depotID.set("e") }"#,
            says: "has no member 'depotID'"),
        .fixture(
            "trap04Nil", "_ = Parcel.scan().where { $0.weight == nil }", says: "nil"),
        .fixture(
            "trap04Unknown", "let lane: String? = nil; _ = Parcel.scan().where { $0.lane == lane }",
            says: "must be unwrapped"),
        .fixture(
            "trap05Defaults",
            #"_ = Parcel.upsert(.init(depotID: "d", parcelID: "p", carrierID: "c", weight: 1))"#,
            says: "missing arguments for parameters 'stage', 'lane', 'rank', 'dueOn', 'isHeld' in call"),
        .fixture(
            "trap19Gap", #"_ = Parcel.byCarrier(carrierID: "c", weight: 5)"#,
            says: "missing argument for parameter 'stage' in call"),
        .fixture(
            "trap19Order", #"_ = Parcel.byCarrier(carrierID: "c", weight: 5, stage: .new)"#,
            says: "argument 'stage' must precede argument 'weight'"),
        .fixture(
            "trap19RangeNotLast", #"_ = Parcel.held(weight: 5..., parcelID: "p")"#,
            says: "to expected argument type 'Int'"),

        // Definitions
        .definition(
            "unknownPlaceholder",
            """
            struct UnknownPlaceholder: EntityDefinition {
                let id = Attribute<String>()
                var accessPatterns: AccessPatterns { Primary("p", partition: "X#\\(idd)") }
            }
            """, says: "cannot find 'idd' in scope"),
        .definition(
            "counterOfText",
            "struct CounterOfText: MapDefinition { let name = Attribute<String>(.counter) }",
            says: "only an integer can be a counter"),
        .definition(
            "shardOfText", "struct ShardOfText: MapDefinition { let shard = Attribute<String>(.randomShard(of: 8)) }",
            says: "a shard is an Int that is not optional"),
        .definition(
            "counterOfDouble",
            "struct CounterOfDouble: MapDefinition { let sum = Attribute<Double>(.shardedCounter(of: 8)) }",
            says: "a sharded counter is an Int that is not optional"),
        .definition(
            "choicesOfText",
            #"struct ChoicesOfText: MapDefinition { let name = Attribute<String>("a", "b") }"#, says: "'String'"),
        .definition(
            "lengthOfNumber",
            "struct LengthOfNumber: MapDefinition { let size = Attribute<Int>(.length(1...2)) }",
            says: "only texts, data and collections have a length; numbers have a .range"),
        .definition(
            "rangeOfText", "struct RangeOfText: MapDefinition { let name = Attribute<String>(.range(1...2)) }",
            says: "only numbers have a range; texts, data and collections have a .length"),
        .definition(
            "generatedText", "struct GeneratedText: MapDefinition { let name = Attribute<String>(.generated) }",
            says: "only a ULID or a UUID can be generated"),
        .definition(
            "expiryOfText", "struct ExpiryOfText: MapDefinition { let end = Attribute<String>(.timeToLive) }",
            says: "the time to live is a Date, or seconds since 1970"),
        .definition(
            "optionalHolder", "struct OptionalHolder: MapDefinition { let holder = Attribute<String?>(.holder) }",
            says: "the holder of a reservation is a String, a ULID or a UUID that is not optional"),
        .definition(
            "rightDefinition",
            """
            struct RightDefinition: EntityDefinition {
                let id = Attribute<ULID>(.generated)
                let count = Attribute<Int>(.counter, .range(0...10))
                let name = Attribute<String?>(.length(1...5))
                let at = Attribute<Date>(.createdAt, .epochSeconds)
                let end = Attribute<UInt64?>(.timeToLive)
                let holder = Attribute<UUID>(.holder)
                let version = Attribute<Int>(.version)
                var accessPatterns: AccessPatterns { Primary("p", partition: "X#\\(id)") }
            }
            """, says: nil),
        .definition(
            "numberedTenant", "struct NumberedTenant: MapDefinition { let id = Attribute<Int>(.tenant) }",
            says: "the tenant is a String"),
        .model(
            "tenantQuery", #"_ = Course.courses(schoolID: "s"); _ = Campus.tenant("s"); _ = Notice.scan()"#, says: nil),
        .model(
            "scanOfTenants", "_ = Course.scan()", says: "a scan reads the records of all tenants: query one's"),
        .model(
            "scanOfTenantsIndex", "_ = Course.scan(.courses)",
            says: "a scan reads the records of all tenants: query one's"),
        .model(
            "matchWithoutTenant", #"_ = Student.match(.init(name: "Ada"))"#,
            says: "missing argument for parameter 'schoolID' in call"),
        .model(
            "queryWithoutTenant", "_ = Course.courses()", says: "missing argument for parameter 'schoolID' in call"),
        .definition(
            "undeclaredIndex",
            """
            struct UndeclaredIndex: EntityDefinition {
                let id = Attribute<String>()
                var accessPatterns: AccessPatterns {
                    Primary("p", partition: [id])
                    Index("i", on: .regoin, partition: [id])
                }
            }
            """, says: "type 'IndexName' has no member 'regoin'"),
    ]

    static let diagnostics = Result { try SwiftTypeChecker.check(snippets) }

    @Test("is a compiler error that says what is wrong", arguments: snippets)
    func message(_ snippet: Snippet) throws {
        let found = try Self.diagnostics.get()[snippet.name] ?? []
        guard let expected = snippet.expected else {
            #expect(found.isEmpty)
            return
        }
        #expect(
            found.contains { $0.severity == snippet.severity && $0.message.contains(expected) },
            "the compiler says: \(found.map(\.message))")
    }
}
