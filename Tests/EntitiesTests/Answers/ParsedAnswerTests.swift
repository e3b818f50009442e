import Testing

@testable import Entities

@Suite("Answers that something else got")
struct ParsedAnswerTests {
    private static let person =
        #"{"_entity":{"S":"Person"},"articles":{"N":"3"},"createdAt":{"S":"2026-11-21T10:00:00.000Z"},"personID":{"S":"ada"},"role":{"S":"x"}}"#
    private static let stranger = #"{"_entity":{"S":"Note.slug"},"pk":{"S":"x"}}"#

    @Test(
        "Records are read from every kind of answer, without items of others",
        arguments: [
            (#"{"Item":PERSON,"ConsumedCapacity":{"CapacityUnits":1}}"#, 1), ("{}", 0),
            (#"{"ConsumedCapacity":null}"#, 0), (#"{"Item":null}"#, 0), (#"{"Attributes":PERSON}"#, 1),
            (#"{"Items":[PERSON,STRANGER,PERSON],"Count":3,"ScannedCount":5,"New":[]}"#, 2), (#"{"Items":[]}"#, 0),
            (#"{"Item":STRANGER}"#, 0),
        ])
    func answers(_ template: String, _ count: Int) throws {
        let json = template.replacing("PERSON", with: Self.person).replacing("STRANGER", with: Self.stranger)
        let answer = try Person.parse(json.utf8)
        #expect(answer.records.map(\.personID) == Array(repeating: "ada", count: count))
        #expect(answer.lastEvaluatedKey == nil)
        #expect(try NotesRecord.parse(json.utf8).records == answer.records.map { .person($0) })
        #expect(try Note.parse(json.utf8).records == [])
    }

    @Test("A page that is not the last one says where the next one starts")
    func lastEvaluatedKey() throws {
        let answer = try Person.parse(
            #"{"Items":[],"LastEvaluatedKey":{"pk":{"S":"a"},"sk":{"S":"b"}},"Count":0}"#.utf8)
        #expect(answer.lastEvaluatedKey == ["pk": "a", "sk": "b"])
    }

    @Test(
        "What is no answer is refused",
        arguments: ["", "[]", person, #"{"Items":{}}"#, #"{"Item":{"a":1}}"#, #"{"__type":"x","message":"y"}"#])
    func malformed(_ json: String) {
        #expect(throws: AttributeError.self) { try ItemAnswer(json: json.utf8) }
    }

    @Test("A record that is not what the definition says is an error")
    func damaged() {
        #expect(throws: AttributeError.self) { try Person.parse(#"{"Item":{"_entity":{"S":"Person"}}}"#.utf8) }
    }

    @Test("An item is read from the text that it describes itself by")
    func item() throws {
        let item: EncodedItem = ["pk": "é", "views": 7, "tags": .stringSet(["a"]), "in": ["x": .null, "y": [true]]]
        #expect(try EncodedItem(json: item.description.utf8) == item)
        #expect(try Person(ifOwned: EncodedItem(json: Self.person.utf8))?.articles == 3)
        #expect(throws: AttributeError.self) { try EncodedItem(json: "{".utf8) }
    }
}
