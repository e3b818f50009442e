// Generated from vectors.json. Do not edit: generate again.
// swift-format-ignore-file

import ElectroDBModel
import Entities

/// The calls to PressRoom.
enum PressRoomCalls {
    static let all: [VectorCall] = [
        VectorCall("cms-author/put/full", on: PressRoom.table, call0),
        VectorCall("cms-author/put/country-without-sort-parts", on: PressRoom.table, call1),
        VectorCall("cms-author/put/greek-final-sigma", on: PressRoom.table, call2),
        VectorCall("cms-author/put/delimiters", on: PressRoom.table, call3),
        VectorCall("cms-author/put/missing-required-handle", on: PressRoom.table, doesNotCompile: 3001, "a draft needs handle"),
        VectorCall("cms-author/create/full", on: PressRoom.table, call5),
        VectorCall("cms-author/upsert/read-only-once", on: PressRoom.table, call6),
        VectorCall("cms-author/get/by-key", on: PressRoom.table, call7),
        VectorCall("cms-author/get/missing-sort-part", on: PressRoom.table, doesNotCompile: 2002, "the primary key has authorId"),
        VectorCall("cms-author/delete/by-key", on: PressRoom.table, call9),
        VectorCall("cms-author/update/plain", on: PressRoom.table, call10),
        VectorCall("cms-author/update/partition-part-only", on: PressRoom.table, call11),
        VectorCall("cms-author/update/all-sort-parts", on: PressRoom.table, call12),
        VectorCall("cms-author/update/one-sort-part-missing-others", on: PressRoom.table, doesNotCompile: 2002, "verified, joinedYear, rating are set together"),
        VectorCall("cms-author/update/one-sort-part-with-supplied-others", on: PressRoom.table, call14),
        VectorCall("cms-author/update/remove-everything-indexed", on: PressRoom.table, call15),
        VectorCall("cms-author/patch/handle-uses-primary-part", on: PressRoom.table, call16),
        VectorCall("cms-author/query/author/begins", on: PressRoom.table, call17),
        VectorCall("cms-author/query/byHandle/exact", on: PressRoom.table, call18),
        VectorCall("cms-author/query/byCountry/two-sort-parts", on: PressRoom.table, call19),
        VectorCall("cms-author/query/byCountry/between-padded", on: PressRoom.table, call20),
        VectorCall("cms-author/scan/byCountry", on: PressRoom.table, call21),
        VectorCall("cms-article/put/full", on: PressRoom.table, call22),
        VectorCall("cms-article/put/draft-by-default", on: PressRoom.table, call23),
        VectorCall("cms-article/put/unicode", on: PressRoom.table, call24),
        VectorCall("cms-article/put/unknown-status", on: PressRoom.table, doesNotCompile: 3001, "status is a Article.Status?, which this is not"),
        VectorCall("cms-article/create/review", on: PressRoom.table, call26),
        VectorCall("cms-article/upsert/defaulted", on: PressRoom.table, call27),
        VectorCall("cms-article/get/by-key", on: PressRoom.table, call28),
        VectorCall("cms-article/delete/key-without-case", on: PressRoom.table, call29),
        VectorCall("cms-article/update/views", on: PressRoom.table, call30),
        VectorCall("cms-article/update/publish-rebuilds-two-indexes", on: PressRoom.table, call31),
        VectorCall("cms-article/update/status-without-section", on: PressRoom.table, doesNotCompile: 2002, "section, status are set together"),
        VectorCall("cms-article/update/status-with-supplied-section", on: PressRoom.table, call33),
        VectorCall("cms-article/update/move-and-publish", on: PressRoom.table, call34),
        VectorCall("cms-article/update/unpublish-removes-two-sort-keys", on: PressRoom.table, call35),
        VectorCall("cms-article/update/primary-key-is-read-only", on: PressRoom.table, doesNotCompile: 3001, "articleId never changes"),
        VectorCall("cms-article/patch/slug", on: PressRoom.table, call37),
        VectorCall("cms-article/query/byline/since", on: PressRoom.table, call38),
        VectorCall("cms-article/query/bySlug/exact", on: PressRoom.table, call39),
        VectorCall("cms-article/query/bySection/month", on: PressRoom.table, call40),
        VectorCall("cms-article/query/bySection/missing-partition-part", on: PressRoom.table, doesNotCompile: 2002, "the partition key has status"),
        VectorCall("cms-article/scan/table", on: PressRoom.table, call42),
        VectorCall("cms-tagging/put/full", on: PressRoom.table, call43),
        VectorCall("cms-tagging/put/weight-wider-than-padding", on: PressRoom.table, call44),
        VectorCall("cms-tagging/put/tag-like-a-key", on: PressRoom.table, call45),
        VectorCall("cms-tagging/create/other-tenant", on: PressRoom.table, call46),
        VectorCall("cms-tagging/upsert/full", on: PressRoom.table, call47),
        VectorCall("cms-tagging/get/by-key", on: PressRoom.table, call48),
        VectorCall("cms-tagging/delete/by-key", on: PressRoom.table, call49),
        VectorCall("cms-tagging/update/weight-with-primary-part", on: PressRoom.table, call50),
        VectorCall("cms-tagging/update/author-rebuilds-collection-key", on: PressRoom.table, call51),
        VectorCall("cms-tagging/patch/note", on: PressRoom.table, call52),
        VectorCall("cms-tagging/query/tagging/begins-second-part", on: PressRoom.table, call53),
        VectorCall("cms-tagging/query/tagged/inverted", on: PressRoom.table, call54),
        VectorCall("cms-tagging/query/tagged/inverted-exact", on: PressRoom.table, call55),
        VectorCall("cms-tagging/query/byTag/scope", on: PressRoom.table, call56),
        VectorCall("cms-tagging/query/byTag/heavier-than", on: PressRoom.table, call57),
        VectorCall("cms-tagging/query/byTag/weight-and-article", on: PressRoom.table, call58),
        VectorCall("cms-tagging/scan/tagged", on: PressRoom.table, call59),
        VectorCall("byline/collection/three-members", on: PressRoom.table, call60),
        VectorCall("byline/collection/two-of-its-members", on: PressRoom.table, call61),
        VectorCall("pieces/collection/sub-collection", on: PressRoom.table, call62),
        VectorCall("pieces/collection/missing-partition-part", on: PressRoom.table, doesNotCompile: 2002, "the partition key has authorId"),
    ]

    /// cms-author/put/full
    static func call0(on db: Database) async throws {
        _ = try await Author.put(.init(tenantId: "Acme", authorId: "AU-17", handle: "InkWell", country: "FR", verified: true, joinedYear: 2019, rating: 4.5, bio: "Writes about rivers.", followers: 12, createdAt: "2024-02-29T12:00:00Z")).run(on: db)
    }

    /// cms-author/put/country-without-sort-parts
    static func call1(on db: Database) async throws {
        _ = try await Author.put(.init(tenantId: "Acme", authorId: "AU-19", handle: "nib", country: "CH")).run(on: db)
    }

    /// cms-author/put/greek-final-sigma
    static func call2(on db: Database) async throws {
        _ = try await Author.put(.init(tenantId: "Acme", authorId: "AU-17", handle: "ΟΔΟΣ", country: "ΕΛΛΆΣ", verified: false, joinedYear: 2001, rating: 3)).run(on: db)
    }

    /// cms-author/put/delimiters
    static func call3(on db: Database) async throws {
        _ = try await Author.put(.init(tenantId: "a#b_c$d", authorId: "x#authorid_y", handle: "p/q r", country: "${FR}", verified: true, joinedYear: 7, rating: 0.1)).run(on: db)
    }

    /// cms-author/create/full
    static func call5(on db: Database) async throws {
        _ = try await Author.create(.init(tenantId: "Acme", authorId: "AU-17", handle: "InkWell", country: "FR", verified: true, joinedYear: 2019, rating: 4.5, bio: "Writes about rivers.", followers: 12, createdAt: "2024-02-29T12:00:00Z")).run(on: db)
    }

    /// cms-author/upsert/read-only-once
    static func call6(on db: Database) async throws {
        _ = try await Author.upsert(.init(tenantId: "Acme", authorId: "AU-21", handle: "Serif", followers: 0, createdAt: "2024-03-01T00:00:00Z"), country: nil, verified: nil, joinedYear: nil, rating: nil).run(on: db)
    }

    /// cms-author/get/by-key
    static func call7(on db: Database) async throws {
        _ = try await Author.get(tenantId: "Acme", authorId: "AU-17").run(on: db)
    }

    /// cms-author/delete/by-key
    static func call9(on db: Database) async throws {
        _ = try await Author.delete(tenantId: "ACME", authorId: "au-17").run(on: db)
    }

    /// cms-author/update/plain
    static func call10(on db: Database) async throws {
        _ = try await Author.update(tenantId: "Acme", authorId: "AU-17") {
            $0.bio.set("Writes about lakes.")
            $0.followers.add(3)
        }.orCreate().run(on: db)
    }

    /// cms-author/update/partition-part-only
    static func call11(on db: Database) async throws {
        _ = try await Author.update(tenantId: "Acme", authorId: "AU-17") {
            $0.set(country: "BE")
        }.orCreate().run(on: db)
    }

    /// cms-author/update/all-sort-parts
    static func call12(on db: Database) async throws {
        _ = try await Author.update(tenantId: "Acme", authorId: "AU-17") {
            $0.set(verified: false, joinedYear: 2020, rating: 5)
        }.orCreate().run(on: db)
    }

    /// cms-author/update/one-sort-part-with-supplied-others
    static func call14(on db: Database) async throws {
        _ = try await Author.update(tenantId: "Acme", authorId: "AU-17") {
            $0.set(verified: .supplied(true), joinedYear: .supplied(2019), rating: .set(2))
        }.orCreate().run(on: db)
    }

    /// cms-author/update/remove-everything-indexed
    static func call15(on db: Database) async throws {
        _ = try await Author.update(tenantId: "Acme", authorId: "AU-17") {
            $0.set(country: nil)
            $0.set(verified: nil, joinedYear: nil, rating: nil)
        }.orCreate().run(on: db)
    }

    /// cms-author/patch/handle-uses-primary-part
    static func call16(on db: Database) async throws {
        _ = try await Author.patch(tenantId: "Acme", authorId: "AU-17") {
            $0.set(handle: "NewInk")
        }.run(on: db)
    }

    /// cms-author/query/author/begins
    static func call17(on db: Database) async throws {
        _ = try await Author.author(tenantId: "Acme", authorId: .beginning(with: "AU-")).comparing(.keys).all(on: db)
    }

    /// cms-author/query/byHandle/exact
    static func call18(on db: Database) async throws {
        _ = try await Author.byHandle(tenantId: "Acme", handle: "InkWell").comparing(.keys).all(on: db)
    }

    /// cms-author/query/byCountry/two-sort-parts
    static func call19(on db: Database) async throws {
        _ = try await Author.byCountry(country: "FR", verified: true, joinedYear: 2019).comparing(.keys).all(on: db)
    }

    /// cms-author/query/byCountry/between-padded
    static func call20(on db: Database) async throws {
        _ = try await Author.byCountry(country: "FR", verified: true, joinedYear: (1998)...(2024)).comparing(.keys).all(on: db)
    }

    /// cms-author/scan/byCountry
    static func call21(on db: Database) async throws {
        _ = try await Author.scan(.byCountry).all(on: db)
    }

    /// cms-article/put/full
    static func call22(on db: Database) async throws {
        _ = try await Article.put(.init(tenantId: "Acme", articleId: "01HZX3", authorId: "AU-17", slug: "Hello-World", section: "Travel", status: .published, publishedAt: "2024-06-01T08:30:00.000Z", title: "Hello", words: 1200, views: 0)).run(on: db)
    }

    /// cms-article/put/draft-by-default
    static func call23(on db: Database) async throws {
        _ = try await Article.put(.init(tenantId: "Acme", articleId: "01HZX4", authorId: "AU-17", slug: "untitled", section: "News")).run(on: db)
    }

    /// cms-article/put/unicode
    static func call24(on db: Database) async throws {
        _ = try await Article.put(.init(tenantId: "Acme", articleId: "01HZX3", authorId: "AU-17", slug: "Île-de-Ré / 東京 🚲", section: "GROẞE REISE", status: .published, publishedAt: "2024-06-01T08:30:00.000Z", title: "İstanbul", words: 1200, views: 0)).run(on: db)
    }

    /// cms-article/create/review
    static func call26(on db: Database) async throws {
        _ = try await Article.create(.init(tenantId: "Acme", articleId: "01HZX5", authorId: "AU-17", slug: "a_b#c", section: "Travel", status: .review, publishedAt: "2024-06-01T08:30:00.000Z", title: "Hello", words: 1200, views: 0)).run(on: db)
    }

    /// cms-article/upsert/defaulted
    static func call27(on db: Database) async throws {
        _ = try await Article.upsert(.init(tenantId: "Acme", articleId: "01HZX6", authorId: "AU-9", slug: "later", section: "News", publishedAt: "2025-01-01"), status: .draft, publishedAt: "2025-01-01").run(on: db)
    }

    /// cms-article/get/by-key
    static func call28(on db: Database) async throws {
        _ = try await Article.get(tenantId: "Acme", articleId: "01HZX3").run(on: db)
    }

    /// cms-article/delete/key-without-case
    static func call29(on db: Database) async throws {
        _ = try await Article.delete(tenantId: "ACME", articleId: "01hzx3").run(on: db)
    }

    /// cms-article/update/views
    static func call30(on db: Database) async throws {
        _ = try await Article.update(tenantId: "Acme", articleId: "01HZX3") {
            $0.title.set("Hello again")
            $0.views.add(1)
        }.orCreate().run(on: db)
    }

    /// cms-article/update/publish-rebuilds-two-indexes
    static func call31(on db: Database) async throws {
        _ = try await Article.update(tenantId: "Acme", articleId: "01HZX3") {
            $0.set(publishedAt: "2024-06-02")
        }.orCreate().run(on: db)
    }

    /// cms-article/update/status-with-supplied-section
    static func call33(on db: Database) async throws {
        _ = try await Article.update(tenantId: "Acme", articleId: "01HZX3") {
            $0.set(section: .supplied("Travel"), status: .set(.review))
        }.orCreate().run(on: db)
    }

    /// cms-article/update/move-and-publish
    static func call34(on db: Database) async throws {
        _ = try await Article.update(tenantId: "Acme", articleId: "01HZX3") {
            $0.set(authorId: "AU-18")
            $0.set(section: "Food", status: .published)
            $0.set(publishedAt: "2024-07-01")
        }.orCreate().run(on: db)
    }

    /// cms-article/update/unpublish-removes-two-sort-keys
    static func call35(on db: Database) async throws {
        _ = try await Article.update(tenantId: "Acme", articleId: "01HZX3") {
            $0.set(publishedAt: nil)
        }.orCreate().run(on: db)
    }

    /// cms-article/patch/slug
    static func call37(on db: Database) async throws {
        _ = try await Article.patch(tenantId: "Acme", articleId: "01HZX3") {
            $0.words.remove()
            $0.set(slug: "Hello-2")
        }.run(on: db)
    }

    /// cms-article/query/byline/since
    static func call38(on db: Database) async throws {
        _ = try await Article.byline(authorId: "AU-17", publishedAt: ("2024-01-01")...).comparing(.keys).all(on: db)
    }

    /// cms-article/query/bySlug/exact
    static func call39(on db: Database) async throws {
        _ = try await Article.bySlug(tenantId: "Acme", slug: "Hello-World").comparing(.keys).all(on: db)
    }

    /// cms-article/query/bySection/month
    static func call40(on db: Database) async throws {
        _ = try await Article.bySection(section: "Travel", status: .published, publishedAt: .beginning(with: "2024-06")).comparing(.keys).all(on: db)
    }

    /// cms-article/scan/table
    static func call42(on db: Database) async throws {
        _ = try await Article.scan().all(on: db)
    }

    /// cms-tagging/put/full
    static func call43(on db: Database) async throws {
        _ = try await ArticleTag.put(.init(tenantId: "Acme", articleId: "01HZX3", tag: "Rivers", authorId: "AU-17", weight: 42, origin: .manual)).run(on: db)
    }

    /// cms-tagging/put/weight-wider-than-padding
    static func call44(on db: Database) async throws {
        _ = try await ArticleTag.put(.init(tenantId: "Acme", articleId: "01HZX3", tag: "Rivers", authorId: "AU-17", weight: 123456, origin: .manual)).run(on: db)
    }

    /// cms-tagging/put/tag-like-a-key
    static func call45(on db: Database) async throws {
        _ = try await ArticleTag.put(.init(tenantId: "Acme", articleId: "01HZX3", tag: "a#weight_0001#b", authorId: "AU-17", weight: 42, origin: .manual)).run(on: db)
    }

    /// cms-tagging/create/other-tenant
    static func call46(on db: Database) async throws {
        _ = try await ArticleTag.create(.init(tenantId: "Globex", articleId: "9", tag: "Ünited", authorId: "AU-1", weight: 1)).run(on: db)
    }

    /// cms-tagging/upsert/full
    static func call47(on db: Database) async throws {
        _ = try await ArticleTag.upsert(.init(tenantId: "Acme", articleId: "01HZX3", tag: "Rivers", authorId: "AU-17", weight: 0, origin: .auto)).run(on: db)
    }

    /// cms-tagging/get/by-key
    static func call48(on db: Database) async throws {
        _ = try await ArticleTag.get(tenantId: "Acme", articleId: "01HZX3", tag: "Rivers").run(on: db)
    }

    /// cms-tagging/delete/by-key
    static func call49(on db: Database) async throws {
        _ = try await ArticleTag.delete(tenantId: "Globex", articleId: "9", tag: "ÜNITED").run(on: db)
    }

    /// cms-tagging/update/weight-with-primary-part
    static func call50(on db: Database) async throws {
        _ = try await ArticleTag.update(tenantId: "Acme", articleId: "01HZX3", tag: "Rivers") {
            $0.set(weight: 7)
        }.orCreate().run(on: db)
    }

    /// cms-tagging/update/author-rebuilds-collection-key
    static func call51(on db: Database) async throws {
        _ = try await ArticleTag.update(tenantId: "Acme", articleId: "01HZX3", tag: "Rivers") {
            $0.set(authorId: "AU-18")
        }.orCreate().run(on: db)
    }

    /// cms-tagging/patch/note
    static func call52(on db: Database) async throws {
        _ = try await ArticleTag.patch(tenantId: "Acme", articleId: "01HZX3", tag: "Rivers") {
            $0.origin.remove()
            $0.note.set("checked")
        }.run(on: db)
    }

    /// cms-tagging/query/tagging/begins-second-part
    static func call53(on db: Database) async throws {
        _ = try await ArticleTag.tagging(tenantId: "Acme", articleId: "01HZX3", tag: .beginning(with: "Ri")).comparing(.keys).all(on: db)
    }

    /// cms-tagging/query/tagged/inverted
    static func call54(on db: Database) async throws {
        _ = try await ArticleTag.tagged(articleId: "01HZX3", tag: "Rivers").comparing(.keys).all(on: db)
    }

    /// cms-tagging/query/tagged/inverted-exact
    static func call55(on db: Database) async throws {
        _ = try await ArticleTag.tagged(articleId: "01HZX3", tag: "Rivers", tenantId: "Acme").comparing(.keys).all(on: db)
    }

    /// cms-tagging/query/byTag/scope
    static func call56(on db: Database) async throws {
        _ = try await ArticleTag.byTag(tag: "Rivers").comparing(.keys).all(on: db)
    }

    /// cms-tagging/query/byTag/heavier-than
    static func call57(on db: Database) async throws {
        _ = try await ArticleTag.byTag(tag: "Rivers", weight: .above(9)).comparing(.keys).all(on: db)
    }

    /// cms-tagging/query/byTag/weight-and-article
    static func call58(on db: Database) async throws {
        _ = try await ArticleTag.byTag(tag: "Rivers", weight: 42, articleId: "01HZX3").comparing(.keys).all(on: db)
    }

    /// cms-tagging/scan/tagged
    static func call59(on db: Database) async throws {
        _ = try await ArticleTag.scan(.tagged).all(on: db)
    }

    /// byline/collection/three-members
    static func call60(on db: Database) async throws {
        _ = try await PressRoom.byline(authorId: "AU-17").comparing(.keys).all(on: db)
    }

    /// byline/collection/two-of-its-members
    static func call61(on db: Database) async throws {
        _ = try await PressRoom.byline(authorId: "AU-17").only(\.articles, \.articleTags).comparing(.keys).all(on: db)
    }

    /// pieces/collection/sub-collection
    static func call62(on db: Database) async throws {
        _ = try await PressRoom.pieces(authorId: "AU-17").comparing(.keys).all(on: db)
    }
}
