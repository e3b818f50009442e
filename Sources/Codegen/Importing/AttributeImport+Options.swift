extension AttributeImport {
    /// What a record gets that leaves the attribute out.
    struct InitialValue {
        var option: ArgumentSyntax?
        /// Whether a hook works it out.
        var isComputed = false
        /// Whether it is an empty collection, which is what a collection that is not optional starts as.
        var startsEmpty = false
    }

    /// - Parameter values: What the enum's values are, if it is one.
    mutating func initialValue(_ type: String, _ values: [String]) -> InitialValue {
        let value: JSONTree
        switch attribute.initial {
        case .nothing: return InitialValue()
        case .function:
            return computed("its default is a function: write it as the hook of '.computed'.")
        case .value(let literal): value = literal
        }
        switch (value, type) {
        case (.string(let text), "String"): return InitialValue(option: literal(.string(text)))
        case (.string(let text), "Choice") where values.contains(text):
            return InitialValue(option: literal(.string(text)))
        case (.number(let digits), "Double"): return InitialValue(option: literal(.literal(digits)))
        case (.bool(let value), "Bool"): return InitialValue(option: literal(.literal("\(value)")))
        case (.array([]), _) where type.hasPrefix("[") || type.hasPrefix("Set<"): return InitialValue(startsEmpty: true)
        case (.object([]), "[String: AttributeValue]"): return InitialValue(startsEmpty: true)
        default:
            return computed(
                "its default is \(value.kind), which no literal of \(type) is: return it in the hook of '.computed'.")
        }
    }

    private func literal(_ value: ExpressionSyntax) -> ArgumentSyntax {
        ArgumentSyntax(nil, .call(.member(nil, "default"), [ArgumentSyntax(nil, value)]))
    }

    private mutating func computed(_ message: String) -> InitialValue {
        guard context != nil else {
            note(
                "its default is left out, which an attribute of a map can only have as a literal: give it when the map is made."
            )
            return InitialValue()
        }
        note(message)
        return InitialValue(option: ArgumentSyntax(nil, .member(nil, "computed")), isComputed: true)
    }

    /// Options that only an entity's own attribute has.
    mutating func entityOptions(isComputed: Bool) -> [ArgumentSyntax] {
        guard let context else {
            if attribute.isReadOnly { note("'readOnly' is left out: an update can change it.") }
            return []
        }
        var options: [ArgumentSyntax] = []
        func add(_ name: String, _ arguments: [ArgumentSyntax] = []) {
            let member = ExpressionSyntax.member(nil, name)
            options.append(ArgumentSyntax(nil, arguments.isEmpty ? member : .call(member, arguments)))
        }
        if context.isLabelled, (attribute.label ?? attribute.name) != name {
            add("label", [ArgumentSyntax(nil, .string(attribute.label ?? attribute.name))])
        }
        if let padding = attribute.padding, context.isInText {
            let length = ArgumentSyntax("to", .literal("\(padding.length)"))
            add("padded", [length, ArgumentSyntax("with", .string(padding.fill))])
        }
        if attribute.isReadOnly, !context.isPrimary { add("readOnly") }
        switch attribute.watch {
        case .nothing where attribute.hasSetter:
            note("'set' is a function: write it as the hook of '.normalized'.")
            add("normalized")
        case .nothing: break
        case .attributes(let names) where names.contains(where: isHidden):
            note("it is worked out of what is hidden, which a record does not have: set it in the updates.")
        case .attributes(let names) where !isComputed:
            note(
                "it is worked out when \(names.joined(separator: ", ")) change: write how as the hook of '.computed(from:)'."
            )
            let paths = names.map { name in
                ExpressionSyntax.prefix(
                    "\\", .member(.type(context.entity.typeName), context.entity.attributeName(name)))
            }
            add("computed", paths.enumerated().map { ArgumentSyntax($0.offset == 0 ? "from" : nil, $0.element) })
        case .everything, .attributes:
            note(
                "it is worked out at every change, for which there is no option but '.updatedAt': set it in the updates."
            )
        }
        return options
    }

    private func isHidden(_ name: String) -> Bool { context?.entity.model.attribute(name)?.isHidden ?? false }

    /// Options about values, which attributes of maps have as well.
    var rules: [ArgumentSyntax] {
        mutating get {
            var options: [ArgumentSyntax] = []
            if attribute.isHidden { options.append(ArgumentSyntax(nil, .member(nil, "hidden"))) }
            if attribute.hasGetter, attribute.isHidden {
                note("'get' is left out, since what is hidden is not read.")
            } else if attribute.hasGetter {
                note("'get' is a function: write it as the hook of '.presented'.")
                options.append(ArgumentSyntax(nil, .member(nil, "presented")))
            }
            if let rule = rule(of: attribute, "it") { options.append(rule) }
            if case .list(let items?) = attribute.type, let rule = rule(of: items, "its elements") {
                options.append(ArgumentSyntax(nil, .call(.member(nil, "each"), [rule])))
            }
            return options
        }
    }

    private mutating func rule(of attribute: ElectroDBAttribute, _ what: String) -> ArgumentSyntax? {
        switch attribute.validation {
        case .nothing: return nil
        case .pattern(let pattern) where (try? Regex(pattern)) != nil && attribute.type.isString:
            return ArgumentSyntax(nil, .call(.member(nil, "matching"), [ArgumentSyntax(nil, .string(pattern))]))
        case .pattern(let pattern):
            note("\(what) has to match \(pattern), which is no pattern of Swift's: write the hook of '.validated'.")
        case .function: note("a function checks \(what), or what did was lost: write it as the hook of '.validated'.")
        }
        return ArgumentSyntax(nil, .member(nil, "validated"))
    }
}

extension ElectroDBType {
    fileprivate var isString: Bool { if case .string = self { true } else { false } }
}
