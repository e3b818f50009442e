extension TableDifference: CustomStringConvertible {
    /// `table cms: index gsi2 projects KEYS_ONLY, the definition says ALL`
    public var description: String { "table \(table): \(text)" }

    private var text: String {
        switch kind {
        case .missingTable: "does not exist"
        case .unusable(let status): "is \(status.rawValue) and cannot be used"
        case .keys(let defined, let deployed): "has the key \(deployed.text), the definition says \(defined.text)"
        case .attributeType(let name, let defined, let deployed):
            "attribute \(name) has the type \(deployed.rawValue), the definition says \(defined.rawValue)"
        case .missingIndex(let name): "index \(name) does not exist"
        case .extraIndex(let name): "index \(name) is not in the definition"
        case .unusableIndex(let name, let status): "index \(name) is \(status.rawValue) and cannot be used"
        case .indexScope(let name, let isLocal):
            "index \(name) is \(isLocal ? "global" : "local"), the definition says \(isLocal ? "local" : "global")"
        case .indexKeys(let name, let defined, let deployed):
            "index \(name) has the key \(deployed.text), the definition says \(defined.text)"
        case .projection(let name, let defined, let deployed):
            "index \(name) projects \(deployed.text), the definition says \(defined.text)"
        case .billingMode(let defined, let deployed):
            "is paid for \(deployed.text), the definition says \(defined.text)"
        case .stream(let defined, let deployed):
            "has \(Self.stream(deployed)), the definition says \(Self.stream(defined))"
        case .timeToLive(let defined, let deployed):
            "items \(Self.expiry(deployed)), the definition says that they \(Self.expiry(defined))"
        case .pointInTimeRecovery(let defined):
            "point-in-time recovery is \(defined ? "off" : "on"), the definition says \(defined ? "on" : "off")"
        case .deletionProtection(let defined):
            "deletion protection is \(defined ? "off" : "on"), the definition says \(defined ? "on" : "off")"
        case .tag(let key, let defined, let deployed):
            "tag \(key) is \(Self.tag(deployed)), the definition says \(Self.tag(defined))"
        }
    }

    private static func stream(_ view: StreamViewType?) -> String {
        view.map { "a stream of \($0.rawValue)" } ?? "no stream"
    }

    private static func expiry(_ attribute: String?) -> String {
        attribute.map { "expire by \($0)" } ?? "do not expire"
    }

    private static func tag(_ value: String?) -> String { value.map { "'\($0)'" } ?? "not there" }
}

extension KeySchema {
    fileprivate var text: String {
        let partition = partition.joined(separator: ", ")
        return sort.isEmpty ? "(\(partition))" : "(\(partition); \(sort.joined(separator: ", ")))"
    }
}

extension Projection {
    fileprivate var text: String {
        switch self {
        case .all: "ALL"
        case .keysOnly: "KEYS_ONLY"
        case .include(let names): "INCLUDE (\(names.sorted().joined(separator: ", ")))"
        }
    }
}

extension BillingMode {
    fileprivate var text: String {
        switch self {
        case .onDemand: "on demand"
        case .provisioned: "as provisioned"
        }
    }
}
