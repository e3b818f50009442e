import EntityMacrosLite

/// Options that leave something to code, or keep a value in another form than it is given in.
let storedFormFixture = DiagnosticFixture {
    [
        TestService("service", .standard) {
            Derived(); KeyedByOthers(); Shown(); Kept()
        }
    ]
}

private struct Derived: EntityDefinition {
    let id = Attribute<String>()
    let title = Attribute<String>()
    let revision = Attribute<Int>(.version)
    let secret = Attribute<String>(.hidden)
    let slug = Attribute<String>(.computed(from: \Derived.title), .readOnly)
    // ^ error attribute-option-conflict: computed from others and changes with them … .readOnly
    let address = Attribute<String>(.computed(from: \Derived.title), .default("x"))
    // ^ error attribute-option-conflict: is computed, and has another value
    let first: Attribute<String> = Attribute(.computed(from: \Derived.second))
    // ^ error computed-cycle: 'first' of Derived is computed from itself, by way of 'second'
    let second: Attribute<String> = Attribute(.computed(from: \Derived.first, \Derived.title))
    // ^ error computed-cycle: 'second' of Derived is computed from itself
    let etag = Attribute<String>(.computed(from: \Derived.revision))
    // ^ error computed-source: computed from 'revision', which changes with every write
    let hash = Attribute<String>(.computed(from: \Derived.secret))
    // ^ error computed-source: computed from 'secret', which is hidden
    let twice = Attribute<String>(.computed(from: \Derived.title, \Derived.title))
    // ^ error computed-source: computed from 'title' twice
    let nothing = Attribute<String>(.computed(from: \Derived.location))
    // ^ error computed-source: none of its stored attributes
    var location: Int { 1 }

    var accessPatterns: AccessPatterns { Primary("item", partition: "DERIVED#\(id)", sort: "ITEM") }
}

private struct KeyedByOthers: EntityDefinition {
    let name = Attribute<String>()
    let id = Attribute<String>(.computed(from: \KeyedByOthers.name))
    // ^ error computed-key: 'id' of KeyedByOthers is part of the primary key … 'name', which does: make that .readOnly
    let fixed = Attribute<String>(.readOnly)
    let right = Attribute<String>(.computed(from: \KeyedByOthers.fixed))

    var accessPatterns: AccessPatterns { Primary("item", partition: "KEYED#\(id)", sort: "\(right)") }
}

private struct Shown: EntityDefinition {
    let id = Attribute<String>()
    let score = Attribute<Int>(.presented)
    // ^ error presented-key: 'score' of Shown is part of a key
    let kind = Attribute<Choice>("a", "b", .presented)
    // ^ error presented-key: 'kind' of Shown is what an index's condition is about
    let pin = Attribute<String>(.hidden, .unique)
    // ^ error hidden-key: 'pin' of Shown is what a unique value is claimed by
    let both = Attribute<String>(.hidden, .presented)
    // ^ error attribute-option-conflict: is .hidden, so that nothing is read that could be .presented
    let revision = Attribute<Int>(.version, .presented)
    // ^ error presented-role: the library reads .version as it is stored

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "SHOWN#\(id)", sort: "ITEM")
        Index("scores", on: .gsi1, partition: "SCORES", sort: "\(score)", when: kind == "a")
    }
}

private struct Kept: EntityDefinition {
    let id = Attribute<String>()
    let tags = Attribute<Set<String>>(.normalized)
    // ^ error normalized-type: 'tags' of Kept cannot be normalized
    let at = Attribute<Date>(.normalized)
    // ^ error normalized-type: 'at' of Kept cannot be normalized
    let until = Attribute<Date>(.hidden, .epochSeconds)
    // ^ error hidden-type: 'until' of Kept cannot be hidden
    let state = Attribute<String>(.backfilled)
    // ^ error backfilled-default: give a '.default' as well
    let note = Attribute<String?>(.default("x"), .backfilled)
    // ^ error backfilled-default: 'note' of Kept is optional
    let code = Attribute<String>(.matching("[a-"))
    // ^ error pattern: 'code' of Kept has the pattern [a-, which is no regular expression
    let words = Attribute<[String]>(.each(.matching("(")))
    // ^ error pattern: 'words' of Kept has the pattern (
    let names = Attribute<[String]>(.each(.unique, .normalized, .length(1...5)))
    // ^ error element-option: The elements of 'names' of Kept have .unique
    // ^ error element-option: The elements of 'names' of Kept have .normalized
    let count = Attribute<Int>(.counter(from: 7), .range(0...5))
    // ^ error default-value: 'count' of Kept starts at 7, which is not in its range 0...5
    let form = Attribute<String>(.normalized)
    let formForm = Attribute<Choice>("a")
    // ^ error choice-type-name: The enum of 'formForm' of Kept would be called 'FormForm'

    let rank = Attribute<Int>(.presented)
    // ^ error attribute-name: a record keeps it as 'storedRank', which is another attribute
    let storedRank = Attribute<Int>()

    var accessPatterns: AccessPatterns { Primary("item", partition: "KEPT#\(id)", sort: "ITEM") }
}
