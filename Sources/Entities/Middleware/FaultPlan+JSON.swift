// A plan as a file: `{"seed": 7, "rules": [{"fault": "throttle", "operations": ["PutItem"], "tables": ["tbl"], "request": 3}]}`.
extension FaultPlan {
    /// Reads a plan from JSON text. docs/Faults.md lists the members.
    /// - Throws: `FaultPlanError` with the line of what cannot be read, or the rule that is wrong. Nothing is ignored.
    public init(json text: [UInt8]) throws(FaultPlanError) {
        var rules: [FaultRule] = []
        var seed: UInt64 = 0
        var problem: FaultPlanError?
        var offset = 0
        do throws(AttributeError) {
            try JSONReader.read(text) { json throws(AttributeError) in
                try json.members { name, json throws(AttributeError) in
                    offset = json.cursor.offset
                    switch name {
                    case "seed": seed = UInt64(bitPattern: Int64(try json.int()))
                    case "rules":
                        try json.array { json throws(AttributeError) in
                            offset = json.cursor.offset
                            var members = FaultRuleMembers()
                            try members.read(&json, offset: &offset)
                            do throws(FaultPlanError) { rules.append(try members.rule()) } catch {
                                problem = problem ?? FaultPlanError(rule: rules.count + 1, error.reason)
                            }
                        }
                    default: throw AttributeError(.invalidValue, reason: "a plan has no member \(name)")
                    }
                }
            }
        } catch {
            let line = 1 + text.prefix(offset).count { $0 == UInt8(ascii: "\n") }
            throw FaultPlanError(rule: nil, line: line, error.description)
        }
        if let problem { throw problem }
        try self.init(rules, seed: seed)
    }
}

/// The members of a rule, before it is known which of them its fault has.
private struct FaultRuleMembers {
    private var fault: String?
    private var operations: [String] = []
    private var tables: [String] = []
    private var request: Int?
    private var from: Int?
    private var through: Int?
    private var probability: Double?
    // Of certain faults.
    private var code: String?
    private var actions: [Int]?
    private var share: Double?
    private var milliseconds: Int?
    private var carriedOut: Bool?

    mutating func read(_ json: inout JSONReader, offset: inout Int) throws(AttributeError) {
        try json.members { name, json throws(AttributeError) in
            offset = json.cursor.offset
            switch name {
            case "fault": fault = try json.string()
            case "operations": operations = try json.list { json throws(AttributeError) in try json.string() }
            case "tables": tables = try json.list { json throws(AttributeError) in try json.string() }
            case "request": request = try json.int()
            case "from": from = try json.int()
            case "through": through = try json.int()
            case "probability": probability = try json.double()
            case "code": code = try json.string()
            case "actions": actions = try json.list { json throws(AttributeError) in try json.int() }
            case "share": share = try json.double()
            case "milliseconds": milliseconds = try json.int()
            case "carriedOut": carriedOut = try json.bool()
            default: throw AttributeError(.invalidValue, reason: "a rule has no member \(name)")
            }
        }
    }

    func rule() throws(FaultPlanError) -> FaultRule {
        let fault = try readFault()
        if request != nil, from != nil || through != nil {
            throw FaultPlanError("either request, or from and through")
        }
        let (first, last) = (request ?? from ?? 1, request ?? through ?? Int.max)
        guard first >= 1, first <= last else {
            throw FaultPlanError("there is no request from \(first) through \(last)")
        }
        return FaultRule(
            fault, operations: Set(operations), tables: Set(tables), requests: first...last,
            probability: probability ?? 1)
    }

    private func readFault() throws(FaultPlanError) -> Fault {
        guard let name = fault else { throw FaultPlanError("a rule needs a fault") }
        let fault: Fault
        var used: Set<String> = []
        switch name {
        case "throttle":
            used = ["code"]
            guard let throttle = Fault.Throttle(rawValue: code ?? Fault.Throttle.provisionedThroughput.rawValue) else {
                let codes = Fault.Throttle.allCases.map(\.rawValue).joined(separator: ", ")
                throw FaultPlanError("\(code ?? "") is no code for throttling, which are \(codes)")
            }
            fault = .throttle(throttle)
        case "internalServerError": fault = .internalServerError
        case "serviceUnavailable": fault = .serviceUnavailable
        case "transactionConflict":
            used = ["actions"]
            fault = .transactionConflict(actions: Set(actions ?? []))
        case "transactionInProgress": fault = .transactionInProgress
        case "cutBatch":
            used = ["share"]
            guard let share else { throw FaultPlanError("cutBatch needs a share") }
            fault = .cutBatch(share: share)
        case "delay":
            used = ["milliseconds"]
            guard let milliseconds else { throw FaultPlanError("delay needs milliseconds") }
            fault = .delay(.milliseconds(milliseconds))
        case "connectionLost", "timeOut":
            used = ["carriedOut"]
            guard let carriedOut else { throw FaultPlanError("\(name) needs carriedOut, true or false") }
            fault = name == "timeOut" ? .timeOut(isCarriedOut: carriedOut) : .connectionLost(isCarriedOut: carriedOut)
        default: throw FaultPlanError("there is no fault \(name)")
        }
        if let other = given.subtracting(used).min() { throw FaultPlanError("\(name) has no \(other)") }
        return fault
    }

    /// Those members that only certain faults have.
    private var given: Set<String> {
        var names: Set<String> = []
        if code != nil { names.insert("code") }
        if actions != nil { names.insert("actions") }
        if share != nil { names.insert("share") }
        if milliseconds != nil { names.insert("milliseconds") }
        if carriedOut != nil { names.insert("carriedOut") }
        return names
    }
}

extension JSONReader {
    /// The members of an object, none of them twice.
    fileprivate mutating func members(
        _ member: (String, inout JSONReader) throws(AttributeError) -> Void
    ) throws(AttributeError) {
        var seen: Set<String> = []
        try object { name, json throws(AttributeError) in
            // After it has been read, so that its line is known.
            try member(name, &json)
            guard seen.insert(name).inserted else { throw AttributeError(.duplicate, reason: "\(name) is there twice") }
        }
    }

    fileprivate mutating func list<Element>(
        _ element: (inout JSONReader) throws(AttributeError) -> Element
    ) throws(AttributeError) -> [Element] {
        var elements: [Element] = []
        try array { json throws(AttributeError) in elements.append(try element(&json)) }
        return elements
    }
}
