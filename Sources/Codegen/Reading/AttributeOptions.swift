import EntityMacrosLite

/// The options of an attribute, sorted by what they are about.
struct AttributeOptions {
    let name: String
    let owner: String
    let location: SourceLocation
    let isMap: Bool

    private(set) var choices: [String] = []
    private(set) var storedName: String?
    private(set) var label: String?
    private(set) var padding: PaddingModel?
    private(set) var role = AttributeRole.plain
    private(set) var defaultValue: LiteralValue?
    private(set) var length: LengthModel?
    private(set) var typicalLength: Int?
    private(set) var range: NumberRangeModel?
    private(set) var uniqueScope: [AnyKeyPath]?
    private(set) var dates = DateStorage.iso8601
    private(set) var isComputed = false
    private(set) var isValidated = false
    private(set) var isReadOnly = false
    private(set) var isHolder = false
    private(set) var sources: [AnyKeyPath]?
    private(set) var isNormalized = false
    private(set) var isPresented = false
    private(set) var isHidden = false
    private(set) var isBackfilled = false
    private(set) var counterStart: LiteralValue?
    private(set) var shardCount: Int?
    private(set) var counterShards: Int?
    private(set) var pattern: String?
    private(set) var elementRules: ElementRulesModel?
    private(set) var transitions: [StateTransitionModel]?
    private(set) var description: [String] = []
    private(set) var problems: [Diagnostic] = []

    /// The options that were given, by name.
    private var given: Set<String> = []

    init(name: String, owner: String, _ attribute: any AnyAttribute, isMap: Bool) {
        self.name = name
        self.owner = owner
        self.location = attribute.location
        self.isMap = isMap
    }

    mutating func read(_ options: [AttributeOptionKind]) {
        for option in options { read(option) }
        let dateForms = given.intersection(["timeToLive", "epochSeconds", "epochMilliseconds"])
        if dateForms.count > 1, !(dateForms == ["timeToLive", "epochSeconds"]) {
            problem(
                "attribute-option-conflict",
                "'\(name)' of \(owner) has \(Self.list(dateForms)), which store a date differently: choose one.")
        }
        if isComputed || sources != nil, defaultValue != nil || role != .plain || (isComputed && sources != nil) {
            problem(
                "attribute-option-conflict",
                "'\(name)' of \(owner) is computed, and has another value of its own accord as well: choose one.")
        }
        if isReadOnly, [.counter, .version, .updatedAt].contains(role) {
            problem(
                "attribute-option-conflict",
                "'\(name)' of \(owner) is .readOnly, and .\(role.rawValue) changes it with every write: take one away.")
        }
        if sources != nil, isReadOnly || isHidden {
            problem(
                "attribute-option-conflict",
                "'\(name)' of \(owner) is computed from others and changes with them, so it cannot be \(isHidden ? ".hidden" : ".readOnly")."
            )
        }
        if isHidden, isPresented || isBackfilled {
            problem(
                "attribute-option-conflict",
                "'\(name)' of \(owner) is .hidden, so that nothing is read that could be \(isPresented ? ".presented" : ".backfilled"): take one away."
            )
        }
        if counterShards != nil { checkShardedCounter() }
        if let shardCount {
            if range != nil {
                problem(
                    "attribute-option-conflict",
                    "'\(name)' of \(owner) is a .randomShard, whose range is 0 to \(shardCount - 1): take its .range away."
                )
            }
            range = NumberRangeModel(minimum: .integer("0"), maximum: .integer("\(shardCount - 1)"))
        }
        if transitions != nil,
            let other = ["computed", "hidden", "normalized", "readOnly", "unique"].first(where: given.contains)
        {
            problem(
                "attribute-option-conflict",
                "'\(name)' of \(owner) has .transitions, by which alone it changes, so it cannot be .\(other): take one away."
            )
        }
        if defaultValue != nil, role != .plain {
            problem(
                "attribute-option-conflict",
                "'\(name)' of \(owner) has a default, which .\(role.rawValue) leaves no place for: take one away.")
        }
    }

    private mutating func read(_ option: AttributeOptionKind) {
        switch option {
        case .choice(let value): choices.append(value)
        case .described(let text): description = text.split(separator: "\n").map(String.init)
        case .storedAs(let name): once("storedAs") { $0.storedName = name }
        case .label(let name): ofEntities("label") { $0.label = name }
        case .padded(let length, let fill):
            ofEntities("padded") { $0.padding = PaddingModel(length: length, fill: fill) }
        case .default(let value): once("default") { $0.defaultValue = value }
        case .length(let minimum, let maximum):
            once("length") { $0.length = LengthModel(minimum: minimum, maximum: maximum) }
        case .typicalLength(let length): once("typicalLength") { $0.typicalLength = length }
        case .range(let minimum, let maximum):
            once("range") { $0.range = NumberRangeModel(minimum: minimum, maximum: maximum) }
        case .validated: once("validated") { $0.isValidated = true }
        case .epochSeconds: once("epochSeconds") { $0.dates = .epochSeconds }
        case .epochMilliseconds: once("epochMilliseconds") { $0.dates = .epochMilliseconds }
        case .generated: once("generated") { $0.take(.generated) }
        case .unique(let scope): ofEntities("unique") { $0.uniqueScope = scope }
        case .computed: ofEntities("computed") { $0.isComputed = true }
        case .readOnly: ofEntities("readOnly") { $0.isReadOnly = true }
        case .holder: ofEntities("holder") { $0.isHolder = true }
        case .counter: ofEntities("counter") { $0.take(.counter) }
        case .counterStart(let value):
            ofEntities("counter") {
                $0.take(.counter)
                $0.counterStart = value
            }
        case .randomShard(let count): ofEntities("randomShard") { $0.spread(over: count) }
        case .shardedCounter(let count): ofEntities("shardedCounter") { $0.counterShards = count }
        case .computedFrom(let paths): ofEntities("computed") { $0.sources = paths }
        case .normalized: once("normalized") { $0.isNormalized = true }
        case .presented: once("presented") { $0.isPresented = true }
        case .hidden: once("hidden") { $0.isHidden = true }
        case .backfilled: once("backfilled") { $0.isBackfilled = true }
        case .matching(let pattern): once("matching") { $0.pattern = pattern }
        case .each(let options): once("each") { $0.readElementRules(options) }
        case .transitions(let transitions):
            ofEntities("transitions") {
                $0.transitions = transitions.map { StateTransitionModel(from: $0.from, to: $0.to) }
            }
        case .version: ofEntities("version") { $0.take(.version) }
        case .createdAt: ofEntities("createdAt") { $0.take(.createdAt) }
        case .updatedAt: ofEntities("updatedAt") { $0.take(.updatedAt) }
        case .tenant: ofEntities("tenant") { $0.take(.tenant) }
        case .timeToLive:
            ofEntities("timeToLive") {
                $0.take(.timeToLive)
                $0.dates = .epochSeconds
            }
        }
    }

    /// The number is in items of its own: what is said about an attribute of the record means nothing there.
    private mutating func checkShardedCounter() {
        let others = given.subtracting(["shardedCounter", "range"])
        if !others.isEmpty || range.map({ $0 != ShardedCounterModel.stockRange }) ?? false {
            problem(
                "attribute-option-conflict",
                "'\(name)' of \(owner) is a .shardedCounter, which can have .range(0...) and nothing else beside: take the rest away."
            )
        }
    }

    private mutating func readElementRules(_ options: [AttributeOptionKind]) {
        var others: [String] = []
        elementRules = ElementRulesModel(options, others: &others)
        for other in others {
            problem(
                "element-option",
                "The elements of '\(name)' of \(owner) have \(other), which only an attribute itself can have: take it away."
            )
        }
    }

    private mutating func once(_ option: String, _ apply: (inout Self) -> Void) {
        guard given.insert(option).inserted else {
            problem("attribute-option-conflict", "'\(name)' of \(owner) has .\(option) twice: take one away.")
            return
        }
        apply(&self)
    }

    private mutating func ofEntities(_ option: String, _ apply: (inout Self) -> Void) {
        guard !isMap else {
            problem(
                "map-attribute-option",
                "'\(name)' of the map \(owner) has .\(option), which only an entity's own attribute can have.")
            return
        }
        once(option, apply)
    }

    private mutating func spread(over count: Int) {
        guard KeyPlaceholderEncoding.shardCounts.contains(count) else {
            problem(
                "key-shard-count",
                "'\(name)' of \(owner) is spread over \(count) shards; give \(KeyPlaceholderEncoding.shardCountText) with 'of:'."
            )
            return
        }
        take(.generated)
        (shardCount, isReadOnly) = (count, true)
    }

    private mutating func take(_ new: AttributeRole) {
        guard role == .plain else {
            problem(
                "attribute-option-conflict",
                "'\(name)' of \(owner) cannot be .\(role.rawValue) and .\(new.rawValue) at once: choose one.")
            return
        }
        role = new
    }

    private mutating func problem(_ code: String, _ message: String) {
        problems.append(Diagnostic(.error, code, message, at: location))
    }

    private static func list(_ options: Set<String>) -> String {
        options.sorted().map { ".\($0)" }.joined(separator: " and ")
    }
}
