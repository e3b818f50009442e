// Generated from vectors.json. Do not edit: generate again.
// swift-format-ignore-file

import ElectroDBModel
import Entities

/// The calls to Parley.
enum ParleyCalls {
    static let all: [VectorCall] = [
        VectorCall("chat-message/put/full", on: Parley.table, call0),
        VectorCall("chat-message/put/only-required", on: Parley.table, call1),
        VectorCall("chat-message/put/mention-only", on: Parley.table, call2),
        VectorCall("chat-message/put/delimiters-and-emoji", on: Parley.table, call3),
        VectorCall("chat-message/create/in-thread", on: Parley.table, call4),
        VectorCall("chat-message/upsert/full", on: Parley.table, call5),
        VectorCall("chat-message/get/padded-sort-part", on: Parley.table, call6),
        VectorCall("chat-message/delete/padded-sort-part", on: Parley.table, call7),
        VectorCall("chat-message/update/reactions", on: Parley.table, call8),
        VectorCall("chat-message/update/local-index-part-with-primary", on: Parley.table, call9),
        VectorCall("chat-message/update/numeric-local-index", on: Parley.table, call10),
        VectorCall("chat-message/update/leave-local-numeric-index", on: Parley.table, call11),
        VectorCall("chat-message/update/clustered-part-with-supplied-other", on: Parley.table, call12),
        VectorCall("chat-message/update/thread-and-mention", on: Parley.table, call13),
        VectorCall("chat-message/patch/pin", on: Parley.table, call14),
        VectorCall("chat-message/query/message/sent-between", on: Parley.table, call15),
        VectorCall("chat-message/query/byAuthor/author-since", on: Parley.table, call16),
        VectorCall("chat-message/query/byScore/score-at-least", on: Parley.table, call17),
        VectorCall("chat-message/query/thread/pinned", on: Parley.table, call18),
        VectorCall("chat-message/query/mentions/reach", on: Parley.table, call19),
        VectorCall("chat-message/query/mentions/all-parts-keep-the-suffix", on: Parley.table, call20),
        VectorCall("chat-message/scan/byAuthor", on: Parley.table, call21),
    ]

    /// chat-message/put/full
    static func call0(on db: Database) async throws {
        _ = try await Message.put(.init(roomId: "General", sentAt: 1717228800123, messageId: "M-1", authorId: "U-5", kind: .text, threadId: "Th-8", pinned: false, seq: 12, mention: "U-6", reach: .direct, mentionedAt: "2024-06-01", score: 3.25, text: "Hi!", reactions: 0)).run(on: db)
    }

    /// chat-message/put/only-required
    static func call1(on db: Database) async throws {
        _ = try await Message.put(.init(roomId: "General", sentAt: 5, messageId: "M-2", authorId: "U-5")).run(on: db)
    }

    /// chat-message/put/mention-only
    static func call2(on db: Database) async throws {
        _ = try await Message.put(.init(roomId: "General", sentAt: 1717228800123, messageId: "M-1", authorId: "U-5", kind: .image, threadId: "Th-9", mention: "U-7")).run(on: db)
    }

    /// chat-message/put/delimiters-and-emoji
    static func call3(on db: Database) async throws {
        _ = try await Message.put(.init(roomId: "#dev_ops $1", sentAt: 1717228800123, messageId: "🧵#7", authorId: "U-5", kind: .text, threadId: "a_b#pinned_true", pinned: false, seq: 12, mention: "U-6", reach: .direct, mentionedAt: "2024-06-01", score: 3.25, text: "Hi!", reactions: 0)).run(on: db)
    }

    /// chat-message/create/in-thread
    static func call4(on db: Database) async throws {
        _ = try await Message.create(.init(roomId: "Random", sentAt: 1717228800124, messageId: "M-3", authorId: "U-6", threadId: "Th-8", pinned: true, seq: 0)).run(on: db)
    }

    /// chat-message/upsert/full
    static func call5(on db: Database) async throws {
        _ = try await Message.upsert(.init(roomId: "General", sentAt: 1717228800123, messageId: "M-1", authorId: "U-5", kind: .text, threadId: "Th-8", pinned: false, seq: 12, mention: "U-6", reach: .direct, mentionedAt: "2024-06-01", score: 3.25, text: "Hi!", reactions: 0), threadId: "Th-8", pinned: false, seq: 12, mention: "U-6", reach: .direct, mentionedAt: "2024-06-01", score: 3.25).run(on: db)
    }

    /// chat-message/get/padded-sort-part
    static func call6(on db: Database) async throws {
        _ = try await Message.get(roomId: "General", sentAt: 1717228800123, messageId: "M-1").run(on: db)
    }

    /// chat-message/delete/padded-sort-part
    static func call7(on db: Database) async throws {
        _ = try await Message.delete(roomId: "GENERAL", sentAt: 7, messageId: "m-1").run(on: db)
    }

    /// chat-message/update/reactions
    static func call8(on db: Database) async throws {
        _ = try await Message.update(roomId: "General", sentAt: 1717228800123, messageId: "M-1") {
            $0.text.set("Hi all!")
            $0.reactions.add(1)
        }.orCreate().run(on: db)
    }

    /// chat-message/update/local-index-part-with-primary
    static func call9(on db: Database) async throws {
        _ = try await Message.update(roomId: "General", sentAt: 1717228800123, messageId: "M-1") {
            $0.set(authorId: "U-9")
        }.orCreate().run(on: db)
    }

    /// chat-message/update/numeric-local-index
    static func call10(on db: Database) async throws {
        _ = try await Message.update(roomId: "General", sentAt: 1717228800123, messageId: "M-1") {
            $0.set(score: 9)
        }.orCreate().run(on: db)
    }

    /// chat-message/update/leave-local-numeric-index
    static func call11(on db: Database) async throws {
        _ = try await Message.update(roomId: "General", sentAt: 1717228800123, messageId: "M-1") {
            $0.set(score: nil)
        }.orCreate().run(on: db)
    }

    /// chat-message/update/clustered-part-with-supplied-other
    static func call12(on db: Database) async throws {
        _ = try await Message.update(roomId: "General", sentAt: 1717228800123, messageId: "M-1") {
            $0.set(reach: .supplied(.direct), mentionedAt: .set("2024-06-02"))
        }.orCreate().run(on: db)
    }

    /// chat-message/update/thread-and-mention
    static func call13(on db: Database) async throws {
        _ = try await Message.update(roomId: "General", sentAt: 1717228800123, messageId: "M-1") {
            $0.set(threadId: "Th-10")
            $0.set(pinned: true, seq: 99999999)
            $0.set(mention: "U-8")
            $0.set(reach: .room, mentionedAt: "2024-06-03")
        }.orCreate().run(on: db)
    }

    /// chat-message/patch/pin
    static func call14(on db: Database) async throws {
        _ = try await Message.patch(roomId: "General", sentAt: 1717228800123, messageId: "M-1") {
            $0.set(pinned: .set(true), seq: .supplied(12))
        }.run(on: db)
    }

    /// chat-message/query/message/sent-between
    static func call15(on db: Database) async throws {
        _ = try await Message.message(roomId: "General", sentAt: (1)...(1717228800999)).comparing(.keys).all(on: db)
    }

    /// chat-message/query/byAuthor/author-since
    static func call16(on db: Database) async throws {
        _ = try await Message.byAuthor(roomId: "General", authorId: "U-5", sentAt: .above(1700000000000)).comparing(.keys).all(on: db)
    }

    /// chat-message/query/byScore/score-at-least
    static func call17(on db: Database) async throws {
        _ = try await Message.byScore(roomId: "General", score: (2.5)...).comparing(.keys).all(on: db)
    }

    /// chat-message/query/thread/pinned
    static func call18(on db: Database) async throws {
        _ = try await Message.thread(threadId: "Th-8", pinned: true).comparing(.keys).all(on: db)
    }

    /// chat-message/query/mentions/reach
    static func call19(on db: Database) async throws {
        _ = try await Message.mentions(mention: "U-6", reach: .direct).comparing(.keys).all(on: db)
    }

    /// chat-message/query/mentions/all-parts-keep-the-suffix
    static func call20(on db: Database) async throws {
        _ = try await Message.mentions(mention: "U-6", reach: .direct, mentionedAt: ..<("2024-06-30")).comparing(.keys).all(on: db)
    }

    /// chat-message/scan/byAuthor
    static func call21(on db: Database) async throws {
        _ = try await Message.scan(.byAuthor).all(on: db)
    }
}
