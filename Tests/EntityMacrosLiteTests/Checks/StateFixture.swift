import EntityMacrosLite

/// States and the transitions between them.
let stateFixture = DiagnosticFixture {
    [
        TestService("service", .standard) {
            Machine(); Tied(); Fixed()
        }
    ]
}

private struct Machine: EntityDefinition {
    let id = Attribute<String>()
    let fine = Attribute<Choice>("a", "b", .default("a"), .transitions(["a": ["b"], "b": ["b"]]))
    let unknown = Attribute<Choice>("a", "b", .default("a"), .transitions(["a": ["b"], "c": ["b", "d"]]))
    // ^ error state-unknown: has a transition of "c", which is none of its states ("a", "b")
    // ^ error state-unknown: has a transition of "d"
    let unreachable = Attribute<Choice>("a", "b", "c", "d", .default("a"), .transitions(["a": ["b"], "c": ["d"]]))
    // ^ error state-unreachable: begins as "a", from where no transitions lead to "c", "d"
    let nowhere = Attribute<Choice>("a", "b", .transitions(["a": ["b"]]))
    // ^ error state-default: give a '.default'
    let sources = Attribute<Choice>("a", "b", .default("a"), .transitions(["a": ["b"], "a": ["a"]]))
    // ^ error state-repeated: says twice what "a" can become
    let targets = Attribute<Choice>("a", "b", .default("a"), .transitions(["a": ["b", "b"]]))
    // ^ error state-repeated: says twice that "a" can become "b"
    let ambiguous = Attribute<Choice>(
        // ^ error state-name: two moves that would both be called '.aToBToC'
        "a", "bToC", "aToB", "c", .default("a"), .transitions(["a": ["bToC", "aToB"], "aToB": ["c"]]))
    let listed = Attribute<Choice>("a", "transitions", .default("a"), .transitions(["a": ["transitions"]]))
    // ^ error state-name: has a state '.transitions'
    let constant = Attribute<Choice>("a", "b", .default("a"), .transitions(["a": ["b"]]), .readOnly)
    // ^ error attribute-option-conflict: has .transitions, by which alone it changes, so it cannot be .readOnly
    let twice = Attribute<Choice>(
        // ^ error attribute-option-conflict: 'twice' of Machine has .transitions twice
        "a", "b", .default("a"), .transitions(["a": ["b"]]), .transitions(["a": ["b"]]))
    let part = Attribute<Map<Part>?>()

    var accessPatterns: AccessPatterns { Primary("machine", partition: "MACHINE#\(id)", sort: "MACHINE") }
}

private struct Part: MapDefinition {
    let status = Attribute<Choice>("a", "b", .default("a"), .transitions(["a": ["b"]]))
    // ^ error map-attribute-option: 'status' of the map Part has .transitions
}

private struct Tied: EntityDefinition {
    let id = Attribute<String>()
    let name = Attribute<String>(.unique(within: \Tied.phase))
    let phase = Attribute<Choice>("a", "b", .default("a"), .transitions(["a": ["b"]]))
    // ^ error state-bound: can only be set together with 'name', since 'name' is unique
    let place = Attribute<String>()
    let status = Attribute<Choice>("a", "b", .default("a"), .transitions(["a": ["b"]]))
    // ^ error state-bound: can only be set together with 'place', since 'banner' is computed from them
    let banner = Attribute<String>(.computed(from: \Tied.status, \Tied.place))
    let mood = Attribute<Choice>("a", "b", .default("a"), .transitions(["a": ["b"]]))
    let label = Attribute<String>(.computed(from: \Tied.mood))

    var accessPatterns: AccessPatterns { Primary("tied", partition: "TIED#\(id)", sort: "TIED") }
}

private struct Fixed: EntityDefinition {
    let status = Attribute<Choice>("a", "b", .default("a"), .transitions(["a": ["b"]]))
    // ^ error state-bound: is a state, and part of the primary key, which never changes

    var accessPatterns: AccessPatterns { Primary("fixed", partition: "FIXED#\(status)", sort: "FIXED") }
}
