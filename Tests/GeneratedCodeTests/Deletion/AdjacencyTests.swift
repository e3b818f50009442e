import Entities
import GeneratedModel
import TestExecutors
import Testing

@Suite("Many to many")
struct AdjacencyTests {
    @Test("Both directions agree, whoever enrols and leaves", arguments: TestExecutor.sample([1, 2, 3] as [UInt64]))
    func bothDirections(seed: UInt64) async throws {
        let faults = [
            FaultRule(.connectionLost(isCarriedOut: true), probability: 0.05), FaultRule(.throttle(), probability: 0.1),
        ]
        let school = try await SchoolFixture(faults: faults, seed: seed)
        try await withThrowingTaskGroup { group in
            for task in 0..<24 {
                group.addTask {
                    var random = SplitMix(state: seed &* 1000 &+ UInt64(task))
                    for _ in 0..<40 {
                        let (student, course) = ("s\(random.next() % 5)", "c\(random.next() % 7)")
                        let pair = Enrolment.Key(schoolID: "s", studentID: student, courseID: course)
                        switch random.next() % 3 {
                        case 0:
                            _ = try? await Enrolment.create(.init(schoolID: "s", studentID: student, courseID: course))
                                .run(on: school.db)
                        case 1: _ = try? await Enrolment.delete(pair).run(on: school.db)
                        default: _ = try? await Enrolment.patch(pair) { $0.grade.set(task) }.run(on: school.db)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        var (byStudent, byCourse) = (Set<Enrolment>(), Set<Enrolment>())
        for number in 0..<5 {
            byStudent.formUnion(
                try await Enrolment.coursesOf(schoolID: "s", studentID: "s\(number)").all(on: school.safe))
        }
        for number in 0..<7 {
            let found = try await Enrolment.studentsOf(schoolID: "s", courseID: "c\(number)").all(on: school.safe)
            byCourse.formUnion(found.filter { $0.studentID.hasPrefix("s") })
        }
        #expect(byStudent == byCourse)
        #expect(!byStudent.isEmpty)
    }

    @Test("Of many who enrol the same pair one is told that it did")
    func onePair() async throws {
        let school = try await SchoolFixture()
        let created = await withTaskGroup { group in
            for _ in 0..<64 {
                group.addTask {
                    (try? await Enrolment.create(.init(schoolID: "s", studentID: "eve", courseID: "c1")).run(
                        on: school.db))
                        != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(created == 1)
        #expect(try await Enrolment.studentsOf(schoolID: "s", courseID: "c1").count(on: school.safe) == 3)
    }
}

/// https://prng.di.unimi.it/splitmix64.c
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
