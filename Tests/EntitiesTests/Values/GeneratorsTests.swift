import Foundation
import Testing

@testable import Entities

@Suite struct GeneratorsTests {
    @Test("Fixed generators repeat themselves for the same seed, and differ for another")
    func deterministic() {
        let now = Date(timeIntervalSince1970: 1_795_229_160)
        let (first, same, other) = (
            Generators.fixed(now: now, seed: 1), Generators.fixed(now: now, seed: 1),
            Generators.fixed(now: now, seed: 2)
        )
        func sample(_ generators: Generators) -> [String] {
            (0..<3).flatMap { _ in [generators.ulid().description, generators.uuid().uuidString] }
        }
        let sampled = sample(first)
        #expect(sampled == sample(same))
        #expect(Set(sampled).isDisjoint(with: sample(other)))
        #expect(Set(sampled).count == 6)
        #expect(first.now() == now)
        #expect(first.ulid().timestamp == now)
    }

    @Test("Fixed UUIDs are of version 4")
    func uuidVersion() {
        let generators = Generators.fixed(now: Date(timeIntervalSince1970: 0), seed: 3)
        for _ in 0..<50 {
            let text = Array(generators.uuid().uuidString)
            #expect(text[14] == "4")
            #expect("89AB".contains(text[19]))
        }
    }

    @Test("The time comes in whole milliseconds")
    func rounded() {
        let generators = Generators.fixed(now: Date(timeIntervalSince1970: 1.234_567_8))
        #expect(generators.now() == Date(millisecondsSince1970: 1235))
        let now = Generators.system.now()
        #expect(now == now.roundedToMilliseconds)
    }

    @Test("A task's generators can be replaced for a while")
    func taskLocal() {
        let now = Date(timeIntervalSince1970: 42)
        let seen = Generators.$current.withValue(.fixed(now: now)) { Generators.current.now() }
        #expect(seen == now)
        #expect(Generators.current.ulid() < Generators.current.ulid())
        #expect(Generators.current.uuid() != Generators.current.uuid())
    }
}
