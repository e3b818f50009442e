import Entities

extension ShapeCheck {
    /// Everything that violates a constraint, in one error.
    static func constraintProblem(of tree: JSONTree, _ shape: Shape, _ wording: Wording) -> DynamoDBError? {
        var complaints = Complaints(wording)
        guard case .structure(_, let members) = shape else { return nil }
        if let problem = nameProblem(of: tree, members) { return problem }
        // Where everything is there, some complaints keep the service from looking at the rest (since 2026).
        let isComplete = members.allSatisfy { $0.constraints.allSatisfy { !$0.isNotNull } || tree[$0.name] != nil }
        if isComplete, let problem = decisiveProblem(of: tree, members, complaints) { return problem }
        complaints.check(tree, members, at: "")
        return complaints.error
    }

    private static func decisiveProblem(
        of tree: JSONTree, _ members: [Shape.Member], _ complaints: Complaints
    ) -> DynamoDBError? {
        var complaints = complaints
        for member in members {
            for constraint in member.constraints {
                switch constraint {
                case .tableName where complaints.error == nil:
                    guard case .string("")? = tree[member.name] else { continue }
                    complaints.addReworded(at: member.name, "Member must have length greater than or equal to 1")
                    return complaints.error
                case .decisive:
                    complaints.check(tree[member.name], member.shape, [constraint], at: member.name.lowercasedFirst)
                default: continue
                }
            }
        }
        return complaints.error
    }

    /// What the operations on tables say of the table's name before anything else.
    private static func nameProblem(of tree: JSONTree, _ members: [Shape.Member]) -> DynamoDBError? {
        for member in members {
            for constraint in member.constraints {
                switch (constraint, tree[member.name]) {
                case (.requiredName, nil):
                    return .invalid("The parameter '\(member.name)' is required but was not present in the request")
                case (.managedName, .string(let name)?):
                    let fits = name.hasPrefix("arn:") || Limits.tableNameLength.contains(name.utf8.count)
                    if !fits { return .managedNameLength }
                default: break
                }
            }
        }
        return nil
    }

    /// What is wrong with a request, up to ten of them.
    private struct Complaints {
        private static let maximum = 10
        private let wording: Wording
        private var texts: [String] = []
        /// How the service words the last of them if there is no other.
        private var alone: String?

        init(_ wording: Wording) {
            self.wording = wording
        }

        var error: DynamoDBError? {
            guard !texts.isEmpty else { return nil }
            if texts.count == 1, let alone { return .invalid("1 validation error detected: \(alone)") }
            let count = texts.count == 1 ? "1 validation error" : "\(texts.count) validation errors"
            return DynamoDBError(.validation, "\(count) detected: \(texts.joined(separator: "; "))")
        }

        mutating func add(_ value: String, at place: String, _ constraint: String) {
            guard texts.count < Self.maximum else { return }
            texts.append("Value \(value) at '\(place)' failed to satisfy constraint: \(constraint)")
        }

        /// `Value at 'RequestItems.tbl.member.Keys' failed …`
        mutating func addReworded(at place: String, _ constraint: String) {
            guard texts.count < Self.maximum else { return }
            // A table's name may have dots, too, but what is between the first and the last name stays as it is anyway.
            let member = place.lastIndex(of: ".").map { place.index(after: $0) } ?? place.startIndex
            let end = String(place[member...]).uppercasedFirst
            let sent = member == place.startIndex ? end : String(place[..<member]).uppercasedFirst + end
            texts.append("Value at '\(sent)' failed to satisfy constraint: \(constraint)")
        }

        mutating func check(_ tree: JSONTree, _ members: [Shape.Member], at path: String) {
            for member in members {
                let place = path + member.name.lowercasedFirst
                let value = tree[member.name]
                check(value, member.shape, member.constraints, at: place)
                if let value { descend(into: value, member.shape, at: place) }
            }
        }

        mutating func check(_ value: JSONTree?, _ shape: Shape, _ constraints: [Constraint], at place: String) {
            for constraint in constraints {
                for message in constraint.violations(by: value) {
                    if case .reworded = constraint {
                        addReworded(at: place, message)
                        continue
                    }
                    add(value.map { "'\(text(of: $0, shape))'" } ?? "null", at: place, message)
                    if case .queryLimit = constraint {
                        alone = "Value at 'Limit' failed to satisfy constraint: \(message)"
                    }
                }
            }
        }

        /// Operations with the current wording show collections as they were sent.
        private func text(of value: JSONTree, _ shape: Shape) -> String {
            switch value {
            case .object, .array: wording == .current ? value.json : ShapeText.text(of: value, shape)
            default: ShapeText.text(of: value, shape)
            }
        }

        private mutating func descend(into value: JSONTree, _ shape: Shape, at place: String) {
            switch (shape, value) {
            case (.structure(_, let members), .object): check(value, members, at: place + ".")
            case (.list(let element, let constraints), .array(let elements)):
                for (index, value) in elements.enumerated() {
                    let place = "\(place).\(index + 1).member"
                    check(value.isNull ? nil : value, element, constraints, at: place)
                    descend(into: value, element, at: place)
                }
            case (.map(let shape, _, let constraints), .object(let members)):
                for (name, value) in members {
                    let place = "\(place).\(name).member"
                    check(value.isNull ? nil : value, shape, constraints, at: place)
                    descend(into: value, shape, at: place)
                }
            default: break
            }
        }
    }
}

extension Constraint {
    fileprivate var isNotNull: Bool { if case .notNull = self { true } else { false } }

    /// What the service says of a value; nothing where it fits. All but `notNull` let what is absent pass.
    fileprivate func violations(by value: JSONTree?) -> [String] {
        if case .notNull = self { return value == nil ? ["Member must not be null"] : [] }
        guard let value else { return [] }
        switch self {
        case .keys(let constraints), .values(let constraints): return map(value, constraints)
        case .reworded(let constraint), .decisive(let constraint): return constraint.violations(by: value)
        case .tableName:
            guard case .string(let name) = value, !name.hasPrefix("arn:") else { return [] }
            if name.isEmpty { return Constraint.minimumLength(1).violations(by: value) }
            return [Constraint.namePattern, .maximumLength(255)].flatMap { $0.violations(by: value) }
        case .managedName:
            guard case .string(let name) = value, !name.hasPrefix("arn:") else { return [] }
            return Constraint.namePattern.violations(by: value)
        default: return holds(for: value) ? [] : [words]
        }
    }

    private func map(_ value: JSONTree, _ constraints: [Constraint]) -> [String] {
        guard case .object(let members) = value else { return [] }
        var ofKeys = false
        if case .keys = self { ofKeys = true }
        let isViolated = members.contains { member in
            constraints.contains { !$0.holds(for: ofKeys ? .string(member.name) : member.value) }
        }
        guard isViolated else { return [] }
        let list = constraints.map(\.words).joined(separator: ", ")
        return ["Map \(ofKeys ? "keys" : "value") must satisfy constraint: [\(list)]"]
    }

    private func holds(for value: JSONTree) -> Bool {
        switch self {
        case .notNull, .keys, .values, .tableName, .requiredName, .managedName: true
        case .reworded(let constraint), .decisive(let constraint): constraint.holds(for: value)
        case .atLeast(let minimum): value.double.map { $0 >= Double(minimum) } ?? true
        case .queryLimit: Constraint.atLeast(1).holds(for: value)
        case .atMost(let maximum): value.double.map { $0 <= Double(maximum) } ?? true
        case .minimumLength(let minimum): value.length.map { $0 >= minimum } ?? true
        case .maximumLength(let maximum): value.length.map { $0 <= maximum } ?? true
        case .namePattern: value.text.map { !$0.isEmpty && $0.utf8.allSatisfy(Constraints.isNameByte) } ?? true
        case .oneOf(let words): value.text.map { words.contains($0) } ?? true
        case .pattern(_, let matches): value.text.map(matches) ?? true
        }
    }

    private var words: String {
        switch self {
        case .notNull: "Member must not be null"
        case .atLeast(let minimum): "Member must have value greater than or equal to \(minimum)"
        case .queryLimit: Constraint.atLeast(1).words
        case .atMost(let maximum): "Member must have value less than or equal to \(maximum)"
        case .minimumLength(let minimum): "Member must have length greater than or equal to \(minimum)"
        case .maximumLength(let maximum): "Member must have length less than or equal to \(maximum)"
        case .namePattern, .tableName, .requiredName, .managedName:
            "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
        case .pattern(let pattern, _): "Member must satisfy regular expression pattern: \(pattern)"
        case .oneOf(let words): "Member must satisfy enum value set: [\(words.joined(separator: ", "))]"
        case .reworded(let constraint), .decisive(let constraint): constraint.words
        case .keys(let constraints), .values(let constraints): constraints.map(\.words).joined(separator: ", ")
        }
    }
}

extension JSONTree {
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }

    fileprivate var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }

    fileprivate var length: Int? {
        switch self {
        case .string(let text): text.utf16.count
        case .array(let elements): elements.count
        case .object(let members): members.count
        default: nil
        }
    }
}

extension String {
    /// The name of a parameter as messages show it: `tableName`.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
    /// The name of a parameter as requests have it: `TableName`.
    fileprivate var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
