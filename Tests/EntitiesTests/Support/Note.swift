import Entities
import Foundation

extension TableSchema {
    static let notes = TableSchema(
        "notes", keys: KeySchema(partition: ["pk"], sort: ["sk"]),
        attributeTypes: ["gsi1pk": .string, "gsi1sk": .string, "pk": .string, "sk": .string],
        indexes: [
            IndexDescription(name: "gsi1", keys: KeySchema(partition: ["gsi1pk"], sort: ["gsi1sk"])),
            IndexDescription(name: "gsi2", keys: KeySchema(partition: ["gsi1pk"]), projection: .keysOnly),
        ])
}

/// A versioned entity with a required and an optional unique attribute, as the generator writes them.
struct Note: VersionedEntity {
    var tenantID: String
    var noteID: String
    var slug: String
    var alias: String?
    var title: String
    var tags: Set<String> = []
    var place: Place?
    var stops: [Place] = []
    var labels: [String: String] = [:]
    var scores: [Int] = []
    var dueAt: Date?
    var views = 0
    var revision = 1

    struct Key: EntityKey {
        var tenantID: String
        var noteID: String

        func write(to item: inout ItemWriter) throws(AttributeError) {
            try item.write("pk", Note.pk(tenantID))
            try item.write("sk", Note.sk(noteID))
        }
    }

    struct Draft: EntityDraft {
        var tenantID = "t"
        var noteID = "n"
        var slug = "s"
        var alias: String?
        var title = "T"
        var dueAt: Date?
    }

    init(_ draft: Draft) {
        tenantID = draft.tenantID
        noteID = draft.noteID
        slug = draft.slug
        alias = draft.alias
        title = draft.title
        dueAt = draft.dueAt
    }

    init(from item: inout ItemReader) throws(AttributeError) {
        alias = try item.read("alias")
        dueAt = try item.read("dueAt")
        labels = try item.read("labels")
        noteID = try item.read("noteID")
        place = try item.read("place")
        revision = try item.read("revision")
        scores = try item.read("scores")
        slug = try item.read("slug")
        stops = try item.read("stops")
        tags = try item.read("tags")
        tenantID = try item.read("tenantID")
        title = try item.read("title")
        views = try item.read("views")
    }

    func write(to item: inout ItemWriter) throws(AttributeError) {
        item.write("_entity", string: "Note")
        try item.write("alias", alias)
        try item.write("dueAt", dueAt)
        if let dueAt {
            try item.write("gsi1pk", Note.pk(tenantID))
            try item.write("gsi1sk", Note.gsi1sk(dueAt, noteID))
        }
        try item.write("labels", labels)
        try item.write("noteID", noteID)
        try item.write("pk", Note.pk(tenantID))
        try item.write("place", place)
        try item.write("revision", revision)
        try item.write("scores", scores)
        try item.write("sk", Note.sk(noteID))
        try item.write("slug", slug)
        try item.write("stops", stops)
        try item.write("tags", tags)
        try item.write("tenantID", tenantID)
        try item.write("title", title)
        try item.write("views", views)
    }

    static func pk(_ tenantID: String) -> KeyText { "T#\(tenantID)" }
    static func sk(_ noteID: String) -> KeyText { "NOTE#\(noteID)" }
    static func gsi1sk(_ dueAt: Date, _ noteID: String) -> KeyText { "\(dueAt, .day)#\(noteID)" }
    static func uniqueSlug(_ tenantID: String, _ slug: String) -> UniqueClaim {
        UniqueClaim("slug", storedAs: "slug", slug, key: "UNIQUE#Note#slug#\(tenantID)#\(lowercased: slug)")
    }
    static func uniqueAlias(_ alias: String) -> UniqueClaim {
        UniqueClaim("alias", storedAs: "alias", alias, key: "UNIQUE#Note#alias#\(alias)")
    }

    static let schema = EntitySchema(
        "Note", table: .notes, entityAttribute: "_entity", versionAttribute: "revision", optionalUnique: ["alias"])
    static func automaticChanges(for key: Key) -> [Change] { [.add("revision", 1)] }
    static func keyChanges(for key: Key) -> [Change] { [.set("tenantID", key.tenantID), .set("noteID", key.noteID)] }
    var version: Int { revision }
    var key: Key { Key(tenantID: tenantID, noteID: noteID) }
    var uniqueClaims: [UniqueClaim] {
        [Note.uniqueSlug(tenantID, slug)] + (alias.map { [Note.uniqueAlias($0)] } ?? [])
    }
    static let titleRule = Rule<String>.length(1...10)
    func validate(_ rules: inout RuleCheck) { rules.check("title", title, Note.titleRule) }

    struct Fields: FieldSet {
        var alias: OptionalField<String> { .init("alias") }
        var dueAt: OptionalField<Date> { .init("dueAt") }
        var expiresAt: OptionalField<Date> { .init("expiresAt", as: EpochSeconds.self) }
        var labels: Field<[String: String]> { .init("labels") }
        var place: OptionalMapField<Place> { .init("place") }
        var scores: Field<[Int]> { .init("scores") }
        var stops: MapListField<Place> { .init("stops") }
        var tags: Field<Set<String>> { .init("tags") }
        var title: Field<String> { .init("title") }
        var views: Field<Int> { .init("views") }
        var limit: Field<Int> { .init("limit") }
    }

    struct Changes: ChangeSet {
        let key: Key
        init(key: Key) { self.key = key }
        var expiresAt: OptionalSettableField<EpochSeconds> { .init("expiresAt") }
        var labels: UpdatableField<[String: String]> { .init("labels") }
        var memo: OptionalUpdatableField<String> { .init("m", .length(...5)) }
        var place: OptionalUpdatableMapField<Place> { .init("place") }
        var scores: UpdatableField<[Int]> { .init("scores") }
        var stops: UpdatableMapListField<Place> { .init("stops") }
        var tags: UpdatableField<Set<String>> { .init("tags") }
        var title: UpdatableField<String> { .init("title", Note.titleRule) }
        var views: UpdatableField<Int> { .init("views") }
        func set(slug: String, replacing old: String) -> Change {
            Change([
                .set("slug", slug),
                .unique(
                    "slug", replacing: Note.uniqueSlug(key.tenantID, old), with: Note.uniqueSlug(key.tenantID, slug)),
            ])
        }
        func set(dueAt: Date?) -> Change {
            Change([
                .set("dueAt", dueAt), .key("gsi1pk", dueAt.map { _ in Note.pk(key.tenantID) }),
                .key("gsi1sk", dueAt.map { Note.gsi1sk($0, key.noteID) }),
            ])
        }
    }

    static let key = Key(tenantID: "t", noteID: "n")
    static func update(@ChangeBuilder _ changes: (Changes) -> [Change]) -> Update<Note> {
        Update(key, changes(Changes(key: key)))
    }
    static func patch(@ChangeBuilder _ changes: (Changes) -> [Change]) -> Patch<Note> {
        Patch(key, changes(Changes(key: key)))
    }
    static let held: [Change] = [
        .unique("slug", replacing: uniqueSlug("t", "s"), with: nil), .unique("alias", replacing: nil, with: nil),
    ]
    static func check(_ condition: (Fields) -> Condition) -> Check<Note> { Check(key, condition(Fields())) }

    static let dueShape = QueryShape("due", index: "gsi1", partitionKey: "gsi1pk", sortKey: "gsi1sk")
    static func due(tenantID: String) -> Query<Note> { Query(dueShape, pk(tenantID)) }
    static func due(tenantID: String, dueAt: SortKeyRange<Date>) -> Query<Note> {
        Query(dueShape, pk(tenantID), .range(after: "", dueAt, before: "#") { "\($0, .day)" })
    }
    static let notesShape = QueryShape("notes", partitionKey: "pk", sortKey: "sk", isShared: true)
    static func notes(tenantID: String) -> Query<Note> { Query(notesShape, pk(tenantID), .beginning("NOTE#")) }
    static func lookup(tenantID: String) -> LookupQuery<Note> {
        LookupQuery(QueryShape("lookup", index: "gsi2", partitionKey: "gsi1pk"), pk(tenantID))
    }
}

/// A nested map.
struct Place: MapRecord {
    var city: String
    var zip: Int?

    init(city: String, zip: Int? = nil) {
        self.city = city
        self.zip = zip
    }

    init(from item: inout ItemReader) throws(AttributeError) {
        city = try item.read("city")
        zip = try item.read("zip")
    }

    func write(to item: inout ItemWriter) throws(AttributeError) {
        try item.write("city", city)
        try item.write("zip", zip)
    }

    struct Fields: MapFieldSet {
        let path: AttributePath
        init(path: AttributePath) { self.path = path }
        var city: Field<String> { .init(path: path.appending("city")) }
        var zip: OptionalField<Int> { .init(path: path.appending("zip")) }
    }

    struct Changes: MapFieldSet {
        let path: AttributePath
        init(path: AttributePath) { self.path = path }
        var city: UpdatableField<String> { .init(path: path.appending("city")) }
        var zip: OptionalUpdatableField<Int> { .init(path: path.appending("zip")) }
    }
}

/// An entity without version and unique attributes, which can be put and upserted.
struct Person: PuttableEntity, UpsertableEntity {
    var personID: String
    var nickname: String?
    var role: String
    var articles: Int
    var createdAt: Date

    struct Key: EntityKey {
        var personID: String
        func write(to item: inout ItemWriter) throws(AttributeError) {
            try item.write("pk", "PERSON#\(personID)" as KeyText)
            try item.write("sk", "PERSON" as KeyText)
        }
    }

    struct Draft: EntityDraft {
        var personID: String
        var nickname: String?
        var role: String?
        var omitted: [String] { role == nil ? ["role"] : [] }
    }

    init(_ draft: Draft) {
        personID = draft.personID
        nickname = draft.nickname
        role = draft.role ?? "reader"
        articles = 0
        createdAt = Generators.current.now()
    }

    init(from item: inout ItemReader) throws(AttributeError) {
        articles = try item.read("articles")
        createdAt = try item.read("createdAt")
        nickname = try item.read("nickname")
        personID = try item.read("personID")
        role = try item.read("role")
    }

    func write(to item: inout ItemWriter) throws(AttributeError) {
        item.write("_entity", string: "Person")
        try item.write("articles", articles)
        try item.write("createdAt", createdAt)
        try item.write("nickname", nickname)
        try item.write("personID", personID)
        try item.write("pk", "PERSON#\(personID)" as KeyText)
        try item.write("role", role)
        try item.write("sk", "PERSON" as KeyText)
    }

    static let schema = EntitySchema(
        "Person", table: .notes, entityAttribute: "_entity", setOnce: ["articles", "createdAt"],
        definite: ["gsi1pk", "nickname"])
    var key: Key { Key(personID: personID) }

    struct Fields: FieldSet {
        var role: Field<String> { .init("role") }
    }
    struct Changes: ChangeSet {
        init(key: Key) {}
        var articles: UpdatableField<Int> { .init("articles") }
    }
}
