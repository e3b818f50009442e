import EntityMacrosLite
import Testing

@testable import Codegen
@testable import FixtureSchema

@Suite("The guarantees that a page lists")
struct GuaranteeTests {
    private static func titles(_ service: DocumentedService, _ entity: String) throws -> [String] {
        let model = try #require(service.schema.entity(entity))
        return GuaranteeSource.guarantees(of: model, in: service.schema).map(\.title)
    }

    @Test("Unique values, versions, expiry and sparse indexes")
    func article() throws {
        #expect(
            try Self.titles(.press, "Article") == [
                "Unique `slug`", "Optimistic locking by `revision`", "Expiry at `expiresAt`", "`published` is sparse",
                "`byAuthor` is sparse", "`byRegion` is sparse", "`reviews` is sparse",
            ])
    }

    @Test("Ranges of what is added to, and what never changes")
    func order() throws {
        #expect(
            try Self.titles(.press, "Order") == [
                "`total` stays within 0...", "`weight` stays within ...1000", "Never changed", "`due` is sparse",
                "`byPriority` is sparse", "`byDay` has a partition for each day",
            ])
    }

    @Test("Shards and what is computed from others")
    func others() throws {
        #expect(try Self.titles(.press, "Event").contains("`events` is spread over 10 partitions"))
        #expect(try Self.titles(.gallery, "Painting").contains("`slug` follows from `title`, `artist`"))
    }

    @Test("Shards drawn by lot, and what is counted beside records")
    func spread() throws {
        #expect(
            try Self.titles(.spread, "Offer") == [
                "`quantity` stays within 0...", "Counter `views`", "Stock `pieces`", "Never changed",
                "`active` is spread over 4 partitions", "`newest` is spread over 12 partitions",
                "`titles` is spread over 12 partitions",
            ])
        let page = DocumentedService.spread.page
        #expect(
            page.contains(
                "`Offer.views(offerID:)`, in 8 items of its own, `COUNTER#Offer#views#{offerID}#{shard of 8}`"))
        #expect(page.contains("By `shard`, which is drawn by lot for each record."))
    }

    @Test("A history, and what its copies take")
    func history() throws {
        #expect(
            try Self.titles(.archive, "Leaflet") == ["Optimistic locking by `revision`", "History in `editions`"])
        let page = DocumentedService.archive.page
        #expect(page.contains("2 × (the item 1 + the copy 1)"))
        #expect(page.contains("`revise`, `restoring` of what is in no key"))
        #expect(!page.contains("`add` and `subtract`"))
    }

    @Test("States as a diagram, and leases")
    func states() throws {
        let service = DocumentedService.states
        #expect(try Self.titles(service, "Delivery").contains("`status` moves by transitions"))
        #expect(try Self.titles(service, "Job").contains("One worker at a time, by `lease`"))
        let ticket = "stateDiagram-v2\n    [*] --> open\n    open --> closed\n    closed --> open\n```"
        #expect(service.page.contains(ticket))
    }

    @Test("Reservations, and what expires")
    func reservations() throws {
        #expect(
            try Self.titles(.theater, "Seat") == [
                "Unique `ticket`", "Optimistic locking by `revision`", "Reserved by `holderID`, until `heldUntil`",
                "Expiry at `heldUntil`", "`sold` is sparse",
            ])
        #expect(DocumentedService.theater.page.contains("unless it is told `.includingExpired()`"))
    }

    @Test("Tenants, and partitions of time")
    func partitions() throws {
        #expect(try Self.titles(.campus, "Student").first == "Each `schoolID` for itself")
        #expect(try Self.titles(.spread, "PageView").contains("`byWeek` has a partition for each week"))
    }

    @Test("A page says them, with their diagrams")
    func page() {
        let diagram = Guarantee("States", "Only these.", diagram: "stateDiagram-v2\n  placed --> paid")
        #expect(
            diagram.lines == [
                "- **States**: Only these.", "", "```mermaid", "stateDiagram-v2", "  placed --> paid", "```", "",
            ])
        #expect(
            DocumentedService.press.page.contains("- **Unique `slug`**: Within one `tenantID`, no two have the same."))
    }
}
