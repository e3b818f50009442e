import Entities
import GeneratedModel
import TestExecutors
import Testing

@Suite("Hidden attributes")
struct HiddenTests {
    private let draft = Session.Draft(
        sessionID: "s", secret: "swordfish", hint: "FISH", device: Device(name: "phone", pin: 1234))

    private func text(dumped value: some Sendable) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    @Test("They are stored, and conditions see them", arguments: TestExecutor.all)
    func stored(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let session = try await Session.create(draft).run(on: db)
        try await Session.patch(session.key) { $0.uses.add(1) }
            .if { $0.secret == "swordfish" && $0.hint == "fish" && $0.device.pin == 1234 }.run(on: db)
        try await Session.patch(session.key) {
            $0.secret.set("marlinmarlin"); $0.device.pin.set(4321)
        }.run(on: db)
        try await Session.patch(session.key) { $0.uses.add(1) }
            .if { $0.secret == "marlinmarlin" && $0.device.pin == 4321 }.run(on: db)
    }

    @Test(
        "A record that was read is equal to the one that was written, and cannot be written itself",
        arguments: TestExecutor.all)
    func read(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let session = try await Session.create(draft).run(on: db)
        let read = try #require(try await Session.get(session.key).run(on: db))
        #expect(read == session)
        #expect(read.hashValue == session.hashValue)
        try await Session.delete(read.key).run(on: db)
        let error = await #expect(throws: DynamoDBError.self) { try await Create(read).run(on: db) }
        #expect(error?.message.contains("device.pin: is hidden, and what was read does not have it") == true)
        let nested = await #expect(throws: DynamoDBError.self) {
            try await Session.patch(session.key) { $0.device.set(read.device) }.run(on: db)
        }
        #expect(nested?.message.contains("pin") == true)
        try await Session.put(draft).run(on: db)
        #expect(try await Session.get(session.key).run(on: db) == session)
    }

    @Test("Neither records nor drafts print them, and no error about them does")
    func printing() async throws {
        let session = Session(draft)
        for text in ["\(session)", String(reflecting: session), text(dumped: session), "\(draft)", text(dumped: draft)]
        {
            #expect(!text.lowercased().contains("fish"))
            #expect(!text.contains("1234"))
        }
        let db = try TestExecutor.standard.database(Gallery.table)
        var short = draft
        short.secret = "fish"
        short.device = Device(name: "phone", pin: 12)
        let error = await #expect(throws: DynamoDBError.self) { try await Session.create(short).run(on: db) }
        let message = try #require(error).message
        #expect(message.contains("secret") && message.contains("device.pin"))
        #expect(!message.contains("fish") && !message.contains("12"))
    }
}
