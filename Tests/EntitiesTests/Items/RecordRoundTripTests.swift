import Entities
import Testing

@Suite("A record and its items")
struct RecordRoundTripTests {
    @Test("comes back from packed bytes", arguments: [Sample(), .full])
    func packed(sample: Sample) throws {
        let item = try EncodedItem(sample)
        #expect(try item.decode(as: Sample.self) == sample)
    }

    @Test("comes back from JSON", arguments: [Sample(), .full])
    func json(sample: Sample) throws {
        let item = try EncodedItem(sample)
        var json = JSONWriter()
        json.value(item)
        let direct = try JSONReader.read(json.bytes) { json throws(JSONError) in try json.record(Sample.self) }
        #expect(direct == sample)
        let transcoded = try JSONReader.read(json.bytes) { json throws(JSONError) in try json.item() }
        #expect(transcoded == item)
    }
}
