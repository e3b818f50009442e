/// The key of an access pattern, as far as it can be made of the attributes that are known; made by generated code.
public struct KeyCandidate: Hashable, Sendable {
    /// A piece of a key.
    public struct Part: Hashable, Sendable {
        enum Value: Hashable, Sendable {
            /// A piece of a key text; `nil` where the attribute is not known.
            case text(KeyText?)
            /// A key attribute of its own, under its stored name; `nil` where it is not known.
            case native(String, Operand?)
        }

        /// The attribute; `nil` for a literal text.
        let attribute: String?
        let value: Value
        /// Whether the piece is the same for no other value.
        let isExact: Bool

        var isKnown: Bool {
            switch value {
            case .text(let text): text != nil
            case .native(_, let operand): operand != nil
            }
        }
    }

    let shape: QueryShape
    let partition: [Part]
    let sort: [Part]
    /// Attributes that may be absent, without which a record is not in the index.
    let sparse: [String]
    /// Whether the index holds only records that satisfy a condition.
    let isConditional: Bool
    private let partitionCasing: KeyTextCasing
    private let sortCasing: KeyTextCasing

    public init(
        _ shape: QueryShape, partition: [Part], sort: [Part] = [], partitionCasing: KeyTextCasing = .asWritten,
        sortCasing: KeyTextCasing = .asWritten, sparse: [String] = [], isConditional: Bool = false
    ) {
        self.partitionCasing = partitionCasing
        self.sortCasing = sortCasing
        self.shape = shape
        self.partition = partition
        self.sort = sort
        self.sparse = sparse
        self.isConditional = isConditional
    }
}

extension KeyCandidate.Part {
    /// A literal text.
    public static func text(_ literal: String) -> Self {
        Self(attribute: nil, value: .text(KeyText(literal: literal)), isExact: true)
    }

    /// An attribute in its own form.
    public static func part<Value: KeyPart>(_ attribute: String, _ value: Value?) -> Self {
        part(attribute, value) { "\($0)" }
    }

    /// An attribute in the form that the template gives it.
    public static func part<Value>(_ attribute: String, _ value: Value?, _ text: (Value) -> KeyText) -> Self {
        Self(attribute: attribute, value: .text(value.map(text)), isExact: true)
    }

    /// What the template keeps of an attribute, which other values can have in common with it: a shard, a day, a text without its case.
    public static func digest<Value>(_ attribute: String, _ value: Value?, _ text: (Value) -> KeyText) -> Self {
        Self(attribute: attribute, value: .text(value.map(text)), isExact: false)
    }

    /// An attribute that is a key by itself.
    public static func native<Value: AttributeConvertible>(
        _ attribute: String, storedAs name: String, _ value: Value?
    ) -> Self {
        Self(attribute: attribute, value: .native(name, value.map { Operand(converting: $0) }), isExact: true)
    }

    /// An attribute that is a key by itself, and has an encoding of its own.
    public static func native<Coding: AttributeCoding & SendableMetatype>(
        _ attribute: String, storedAs name: String, _ value: Coding.Value?, as coding: Coding.Type
    ) -> Self {
        Self(attribute: attribute, value: .native(name, value.map { Operand($0, as: coding) }), isExact: true)
    }
}

extension KeyCandidate {
    /// The attributes of the key, each once, in order.
    var attributes: [String] {
        var seen: Set<String> = []
        return (partition + sort).compactMap(\.attribute).filter { seen.insert($0).inserted }
    }

    /// The leading pieces of the sort key that are known.
    private var knownSort: ArraySlice<Part> { sort.prefix(while: \.isKnown) }

    /// The pieces that the key condition has.
    var used: [Part] { partition.filter(\.isKnown) + knownSort }

    var isPartitionKnown: Bool { partition.allSatisfy(\.isKnown) }

    /// Whether the whole key is known.
    var isComplete: Bool { isPartitionKnown && knownSort.count == sort.count }

    /// How many attributes the key condition has.
    var matches: Int { Set(used.compactMap(\.attribute)).count }

    /// The attributes that are keys by themselves, and that the key condition leaves open: DynamoDB filters by none of them.
    var openKeys: [String] { sort.dropFirst(knownSort.count).filter(\.isNative).compactMap(\.attribute) }

    /// What the query asks of the key.
    var condition: KeyCondition {
        var condition = KeyCondition(Self.natives(partition))
        if let text = Self.text(partition, partitionCasing) {
            condition.equalities.insert(.init(shape.partitionKey, Operand(text)), at: 0)
        }
        condition.equalities += Self.natives(knownSort)
        if let text = Self.text(knownSort, sortCasing), let name = shape.sortKey {
            if isComplete {
                condition.equalities.append(.init(name, Operand(text)))
            } else {
                condition.range = .init(name, .beginsWith(Operand(text)))
            }
        }
        return condition
    }

    private static func natives(_ parts: some Sequence<Part>) -> [KeyCondition.Equality] {
        parts.compactMap { part in
            if case .native(let name, let operand?) = part.value { .init(name, operand) } else { nil }
        }
    }

    /// The text of the pieces; `nil` where there are none.
    private static func text(_ parts: some Sequence<Part>, _ casing: KeyTextCasing) -> KeyText? {
        var text: KeyText?
        for case .text(let piece?) in parts.map(\.value) {
            text = text ?? KeyText()
            text?.append(piece)
        }
        return text?.cased(casing)
    }
}

extension KeyCandidate.Part {
    fileprivate var isNative: Bool { if case .native = value { true } else { false } }
}
