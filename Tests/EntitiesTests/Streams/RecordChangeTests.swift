import Foundation
import Testing

@testable import Entities

@Suite("Changes of records")
struct RecordChangeTests {
    private static let a = Note(.init(title: "A"))
    private static let b = Note(.init(title: "B"))
    private static let stranger: EncodedItem = ["pk": "T#t", "sk": "UNIQUE", "_entity": "Note.slug"]

    private static func record(
        _ event: StreamRecord.Event, old: EncodedItem? = nil, new: EncodedItem? = nil,
        _ view: StreamViewType = .newAndOldImages
    ) -> StreamRecord {
        StreamRecord(
            eventID: "1", event: event, region: "eu-central-1", approximateCreationDate: Date(timeIntervalSince1970: 0),
            keys: ["pk": "T#t", "sk": "NOTE#n"], newImage: new, oldImage: old, sequenceNumber: "1", sizeInBytes: 1,
            viewType: view)
    }

    @Test("A change has the records of its images, and is nobody's where these are")
    func whole() throws {
        let (a, b) = (try EncodedItem(Self.a), try EncodedItem(Self.b))
        let cases: [(StreamRecord, RecordChange<NotesRecord>?)] = [
            (Self.record(.insert, new: a), .inserted(.note(Self.a))),
            (Self.record(.modify, old: a, new: b), .modified(old: .note(Self.a), new: .note(Self.b))),
            (Self.record(.remove, old: b), .removed(.note(Self.b))),
            (Self.record(.modify, old: Self.stranger, new: b), .inserted(.note(Self.b))),
            (Self.record(.modify, old: a, new: Self.stranger), .removed(.note(Self.a))),
            (Self.record(.insert, new: Self.stranger), nil),
        ]
        for (record, change) in cases { #expect(try record.change(of: NotesRecord.self) == change) }
        #expect(try Self.record(.insert, new: a).change(of: Note.self) == .inserted(Self.a))
        #expect(try Self.record(.insert, new: a).change(of: Person.self) == nil)
    }

    @Test("A view without all images tells what it has")
    func partial() throws {
        let keys: EncodedItem = ["pk": "T#t", "sk": "NOTE#n"]
        let a = try EncodedItem(Self.a)
        let cases: [(StreamRecord, RecordChange<Note>?)] = [
            (Self.record(.remove, .keysOnly), .partial(.remove, keys: keys, image: nil)),
            (Self.record(.modify, new: a, .newImage), .partial(.modify, keys: keys, image: Self.a)),
            (Self.record(.insert, new: a, .newImage), .inserted(Self.a)),
            (Self.record(.modify, old: a, .oldImage), .partial(.modify, keys: keys, image: Self.a)),
            (Self.record(.modify, new: Self.stranger, .newImage), nil),
        ]
        for (record, change) in cases { #expect(try record.change(of: Note.self) == change) }
    }

    @Test("An image that is not what the definition says is an error")
    func damaged() throws {
        let record = Self.record(.insert, new: ["pk": "T#t", "_entity": "Note"])
        #expect(throws: AttributeError.self) { try record.change(of: NotesRecord.self) }
    }

    /// The form is that of https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html, and of the user identity there
    /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html.
    @Test("The event of a Lambda function is read")
    func lambda() throws {
        let json = """
            {"Records": [{
              "eventID": "c4ca4238a0b923820dcc509a6f75849b", "eventName": "REMOVE", "eventVersion": "1.1",
              "eventSource": "aws:dynamodb", "awsRegion": "us-east-1",
              "userIdentity": {"type": "Service", "principalId": "dynamodb.amazonaws.com"},
              "dynamodb": {
                "ApproximateCreationDateTime": 1428537600, "Keys": {"pk": {"S": "PERSON#ada"}, "sk": {"S": "PERSON"}},
                "OldImage": {"_entity": {"S": "Person"}, "articles": {"N": "3"}, "createdAt": {"S": "2026-11-21T10:00:00.000Z"},
                  "personID": {"S": "ada"}, "pk": {"S": "PERSON#ada"}, "role": {"S": "editor"}, "sk": {"S": "PERSON"}},
                "SequenceNumber": "4421584500000000017450439091", "SizeBytes": 26, "StreamViewType": "NEW_AND_OLD_IMAGES"},
              "eventSourceARN": "arn:aws:dynamodb:us-east-1:123456789012:table/notes/stream/2015-06-27T00:48:05.899"}]}
            """
        let record = try #require(try StreamRecord.records(inEvent: json.utf8).first)
        #expect(record.userIdentity == .timeToLive)
        #expect(record.approximateCreationDate == Date(timeIntervalSince1970: 1_428_537_600))
        guard case .removed(.person(let person)) = try record.change(of: NotesRecord.self) else {
            Issue.record("\(record) is no removal")
            return
        }
        #expect(person.personID == "ada")
        #expect(person.articles == 3)
    }

    @Test(
        "What is no event is refused",
        arguments: ["", "[]", "{}", #"{"Records":[{}]}"#, #"{"Records":[{"dynamodb":{}}]}"#])
    func malformed(_ json: String) {
        #expect(throws: AttributeError.self) { try StreamRecord.records(inEvent: json.utf8) }
    }

    @Test("One record is read by itself")
    func single() throws {
        let json = #"{"eventName":"INSERT","dynamodb":{"Keys":{"pk":{"S":"x"}}}}"#
        let record = try StreamRecord(json: json.utf8)
        #expect(record.event == .insert)
        #expect(record.keys == ["pk": "x"])
        #expect(throws: AttributeError.self) { try StreamRecord(json: #"{"eventName":"INSERT"}"#.utf8) }
    }
}
