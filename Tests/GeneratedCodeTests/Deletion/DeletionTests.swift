import Entities
import GeneratedModel
import TestExecutors
import Testing

@Suite("Deleting all that is found")
struct DeletionTests {
    @Test("A collection goes with its unique values, and nothing else", arguments: TestExecutor.all)
    func collection(_ executor: TestExecutor) async throws {
        let school = try await SchoolFixture(executor)
        var told: [Int] = []
        let deletion = try await school.dossier().deleteAll(on: school.db) { told.append($0.deleted) }
        #expect(deletion.deleted == SchoolFixture.dossierCount)
        #expect(deletion.passes == 2)
        #expect(told.first == SchoolFixture.dossierCount)
        #expect(try await school.count() == 0)
        #expect(try await school.count("bob") == SchoolFixture.dossierCount)
        #expect(try await school.isFree("ada@s"))
        #expect(try await !school.isFree("bob@s"))
        #expect(try await school.dossier().deleteAll(on: school.db).deleted == 0)
    }

    @Test("Without it, a deletion by key leaves the unique value taken for ever")
    func withoutIt() async throws {
        let school = try await SchoolFixture()
        let keys = try await school.dossier().items.all(on: school.safe)
        for item in keys {
            let key: EncodedItem = ["pk": item["pk"] ?? "", "sk": item["sk"] ?? ""]
            let request = DeleteItemRequest(tableName: school.safe.tableName, key: key)
            _ = try await school.safe.executor.execute(WriteItemOperation<EncodedItem>(request))
        }
        #expect(try await school.count() == 0)
        #expect(try await !school.isFree("ada@s"))
    }

    @Test("Members of a collection are deleted by themselves")
    func members() async throws {
        let school = try await SchoolFixture()
        let visits = school.dossier().only(\.visits).where { $0.visits.number <= 10 }
        #expect(try await visits.deleteAll(on: school.db).deleted == 10)
        #expect(try await school.count() == SchoolFixture.dossierCount - 10)
    }

    @Test("Queries of the table, of an index, of one that holds keys only, and scans")
    func sources() async throws {
        let school = try await SchoolFixture()
        let visits = Visit.visits(schoolID: "s", studentID: "ada", number: 1...5)
        #expect(try await visits.deleteAll(on: school.db).deleted == 5)
        let course = Enrolment.studentsOf(schoolID: "s", courseID: "c7")
        #expect(try await course.deleteAll(on: school.db).deleted == 2)
        let register = Visit.register(schoolID: "s", number: 6...7)
        #expect(try await register.deleteAll(on: school.db).deleted == 4)
        #expect(try await school.count() == SchoolFixture.dossierCount - 8)
        let roll = Student.roll(schoolID: "s")
        #expect(try await roll.deleteAll(on: school.db).deleted == 2)
        #expect(try await school.isFree("ada@s"))
        #expect(try await Campus.scan().all(on: school.safe).count == 2 * SchoolFixture.dossierCount - 13)
        for number in 1...30 {
            try await Notice.put(.init(noticeID: "n\(number)", text: "\(number % 3)")).run(on: school.safe)
        }
        #expect(try await Notice.scan().where { $0.text == "1" }.deleteAll(on: school.db).deleted == 10)
        #expect(try await Notice.scan(.notices).deleteAll(on: school.db).deleted == 20)
        #expect(try await Campus.scan().all(on: school.safe).count == 2 * SchoolFixture.dossierCount - 13)
    }

    @Test("A partition goes with items of no entity")
    func partition() async throws {
        let school = try await SchoolFixture()
        let other: EncodedItem = ["pk": "SCHOOL#s#STUDENT#ada", "sk": "NOTE", "text": "of another program"]
        try await school.safe.putRaw(other)
        let partition = Campus.Record.partition(of: Student.Key(schoolID: "s", studentID: "ada"))
        #expect(try await partition.all(on: school.safe).count == SchoolFixture.dossierCount)
        #expect(try await partition.deleteAll(on: school.db).deleted == SchoolFixture.dossierCount + 1)
        #expect(try await partition.items.all(on: school.safe).isEmpty)
        #expect(try await school.isFree("ada@s"))
    }

    @Test("What no longer is what was asked for when it is deleted stays")
    func changedSince() async throws {
        let school = try await SchoolFixture()
        let db = school.interposing(before: "DeleteItem") {
            try await Enrolment.patch(schoolID: "s", studentID: "ada", courseID: "c1") { $0.grade.set(1) }
                .run(on: school.safe)
        }
        let ungraded = Enrolment.coursesOf(schoolID: "s", studentID: "ada").where { $0.grade == nil }
        #expect(try await ungraded.deleteAll(on: db, concurrency: 1).deleted == 39)
        #expect(try await Enrolment.coursesOf(schoolID: "s", studentID: "ada").all(on: school.safe).map(\.grade) == [1])
    }

    @Test("What has left the index when it is deleted stays")
    func movedSince() async throws {
        let school = try await SchoolFixture()
        let db = school.interposing(before: "TransactWriteItems") {
            try await Student.patch(schoolID: "s", studentID: "ada") { $0.set(name: "zoe") }.run(on: school.safe)
        }
        let named = Student.roll(schoolID: "s", name: "ada")
        #expect(try await named.deleteAll(on: db).deleted == 0)
        #expect(try await Student.get(schoolID: "s", studentID: "ada").run(on: school.safe)?.name == "zoe")
    }

    @Test("A unique value that is changed in between is given back as well")
    func claimChangedSince() async throws {
        let school = try await SchoolFixture()
        let db = school.interposing(before: "TransactWriteItems") {
            try await Student.patch(schoolID: "s", studentID: "ada") {
                $0.set(email: "lovelace@s", replacing: "ada@s")
            }.run(on: school.safe)
        }
        let deletion = try await school.dossier().deleteAll(on: db)
        #expect(deletion.deleted == SchoolFixture.dossierCount)
        #expect(try await school.isFree("ada@s"))
        #expect(try await school.isFree("lovelace@s"))
    }

    @Test("A deletion that was stopped goes on where it was called again")
    func resumed() async throws {
        struct Stop: Error {}
        let school = try await SchoolFixture()
        await #expect(throws: Stop.self) {
            try await school.dossier().deleteAll(on: school.db) { _ in throw Stop() }
        }
        let denied = [FaultRule(.timeOut(isCarriedOut: false), operations: ["BatchWriteItem"])]
        let faulty = try school.safe.faulty(denied)
        let late = await #expect(throws: DynamoDBError.self) {
            try await school.dossier("bob").deleteAll(on: faulty)
        }
        #expect(late?.code == .timeout)
        for student in ["ada", "bob"] {
            try await school.dossier(student).deleteAll(on: school.db)
            #expect(try await school.count(student) == 0)
            #expect(try await school.isFree("\(student)@s"))
        }
    }
}
