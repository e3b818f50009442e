// swift-format-ignore-file
// The guide shows these lines as they are.

import Entities
import Foundation
import GuideModel
import InMemoryDynamoDB
import Testing

/// The code of docs/Migrating.md.
@Suite("The guide for users of DynamoDB-Toolbox and Dynamoose")
struct ShopTests {
    private func database() async throws -> Database {
        let db = Database(InMemoryDynamoDB(transport: .wire), table: Shop.table)
        try await db.createTables()
        return db
    }

    @Test("Commands of DynamoDB-Toolbox")
    func toolbox() async throws {
        let db = try await database()
        // guide: toolbox commands
        let pikachu = try await Pokemon.put(
            .init(trainerID: "ash", pokemonID: "25", name: "Pikachu", level: 12, pokeType: [.fire])
        ).run(on: db)
        let found = try await Pokemon.get(trainerID: "ash", pokemonID: "25").consistent().run(on: db)
        let stronger = try await Pokemon.patch(trainerID: "ash", pokemonID: "25") {
            $0.set(level: 42)                                       // levelPlus and the index key with it
            $0.pokeType.insert(.grass)
            $0.isLegendary.set(true)
        }.if { $0.level < 99 }.run(on: db)
        let strong = try await Pokemon.byLevel(level: 40...).where { $0.isLegendary == true }.descending().page(limit: 10, on: db)
        // end
        #expect(found == pikachu)
        #expect(pikachu.levelPlus == 13)
        #expect(stronger.levelPlus == 43)
        #expect(strong.items == [stronger])

        // guide: toolbox transactions
        try await db.transact {
            Pokemon.put(.init(trainerID: "ash", pokemonID: "1", name: "Bulbasaur", pokeType: [.grass]))
            Pokemon.patch(pikachu.key) { $0.set(level: 43) }
        }
        let (first, second) = try await db.transactGet(Pokemon.get(trainerID: "ash", pokemonID: "1"), Pokemon.get(pikachu.key))
        // end
        #expect(first?.level == 1)
        #expect(second?.level == 43)

        // guide: toolbox partition
        let all = try await Pokemon.pokemon(trainerID: "ash").all(on: db)
        try await db.batchWrite(all.map { Pokemon.delete($0.key) })
        // end
        #expect(all.count == 2)
        #expect(try await Shop.scan().count(on: db) == 0)
    }

    @Test("Models of Dynamoose")
    func dynamoose() async throws {
        let db = try await database()
        // guide: dynamoose
        let tom = try await Cat.create(.init(name: "Tom", breed: "Korat", age: 3, nickname: "TOMMY", secret: "s")).run(on: db)
        let again = try await Cat.get(id: tom.id).run(on: db)
        let older = try await tom.patch { $0.age.add(1) }.run(on: db)            // refused if someone else saved `tom` meanwhile
        let korats = try await Cat.byBreed(breed: "Korat", name: .beginning(with: "T")).all(on: db)
        try await older.remove().run(on: db)
        // end
        #expect(tom.nickname == "tommy")
        #expect(again?.name == "Tom")
        #expect(older.age == 4)
        #expect(korats.map(\.age) == [4])
        await #expect(throws: DynamoDBError.self) { try await tom.patch { $0.age.add(1) }.run(on: db) }
        let error = await #expect(throws: DynamoDBError.self) {
            try await Cat.create(.init(name: "Kit", age: -1)).run(on: db)
        }
        #expect(error?.message.contains("age is below zero") == true)
    }
}
