extension SwiftRenderer {
    /// Writes an expression between texts that belong on its first and its last line.
    ///
    /// If it is too long for one line, its outermost list is broken: one argument, element or operand per line, and these
    /// again where they are too long.
    mutating func write(_ prefix: String, _ expression: ExpressionSyntax, _ suffix: String) {
        if case .callWithBuilder(let callee, let arguments, let elements) = expression {
            emit(prefix + Self.inline(.call(callee, arguments)) + " {")
            indented { renderer in
                for element in elements { renderer.write("", element, "") }
            }
            return emit("}" + suffix)
        }
        let line = prefix + Self.inline(expression) + suffix
        if fits(line) { return emit(line) }
        switch expression {
        case .try(let inner): write(prefix + "try ", inner, suffix)
        case .call(let callee, let arguments) where !arguments.isEmpty:
            write(prefix + Self.inline(callee), arguments, suffix)
        case .array(let elements) where !elements.isEmpty:
            emit(prefix + "[")
            let together = elements.map { Self.inline($0) + "," }.joined(separator: " ")
            indented { renderer in
                if renderer.fits(together) { return renderer.emit(together) }
                for element in elements { renderer.write("", element, ",") }
            }
            emit("]" + suffix)
        case .dictionary(let entries) where !entries.isEmpty:
            emit(prefix + "[")
            indented { renderer in
                for entry in entries { renderer.write(Self.inline(entry.key) + ": ", entry.value, ",") }
            }
            emit("]" + suffix)
        case .callWithClosure(let callee, let arguments, let closure):
            emit(prefix + Self.inline(.call(callee, arguments)) + " {")
            indented { $0.write("", closure, "") }
            emit("}" + suffix)
        case .closure(let body):
            emit(prefix + "{")
            indented { $0.write("", body, "") }
            emit("}" + suffix)
        case .infix(let left, let operation, let right):
            write(prefix, left, "")
            indented { $0.write(operation + " ", right, suffix) }
        case .choice(let branches, let otherwise):
            let line = Self.inline(expression) + suffix
            guard prefix.hasSuffix("= "), fits(line, deeper: 1) else {
                return write(prefix, branches, otherwise, suffix)
            }
            emit(String(prefix.dropLast()))
            indented { $0.emit(line) }
        default: emit(line)
        }
    }

    /// Breaks the arguments of a call: behind each, or only in front of all where that is enough.
    private mutating func write(_ callee: String, _ arguments: [ArgumentSyntax], _ suffix: String) {
        if arguments.count == 1, arguments[0].label == nil, case .array = arguments[0].value {
            return write(callee + "(", arguments[0].value, ")" + suffix)
        }
        emit(callee + "(")
        let together = Self.inline(arguments) + ")" + suffix
        if fits(together, deeper: 1) { return indented { $0.emit(together) } }
        indented { renderer in
            for (index, argument) in arguments.enumerated() {
                let label = argument.label.map { "\(SwiftKeyword.escapedParameter($0)): " } ?? ""
                renderer.write(label, argument.value, index + 1 < arguments.count ? "," : ")" + suffix)
            }
        }
    }

    private mutating func write(
        _ prefix: String, _ branches: [ChoiceBranchSyntax], _ otherwise: ExpressionSyntax, _ suffix: String
    ) {
        var head = prefix
        for branch in branches {
            emit(head + "if \(Self.inline(branch.conditions)) {")
            indented { $0.write("", branch.value, "") }
            head = "} else "
        }
        emit("} else {")
        indented { $0.write("", otherwise, "") }
        emit("}" + suffix)
    }

    /// An expression on one line, however long.
    static func inline(_ expression: ExpressionSyntax) -> String {
        switch expression {
        case .name(let name): SwiftKeyword.escaped(name)
        case .type(let text), .literal(let text): text
        case .string(let text): SwiftStringLiteral.quoted(text)
        case .interpolation(let segments): "\"\(segments.map(inline).joined())\""
        case .member(nil, let name): ".\(SwiftKeyword.escapedMember(name))"
        case .member(let base?, let name): "\(inline(base)).\(SwiftKeyword.escapedMember(name))"
        case .call(let callee, let arguments): "\(inline(callee))(\(inline(arguments)))"
        case .callWithClosure(let callee, let arguments, let closure):
            arguments.isEmpty
                ? "\(inline(callee)) { \(inline(closure)) }"
                : "\(inline(callee))(\(inline(arguments))) { \(inline(closure)) }"
        case .callWithBuilder(let callee, let arguments, let elements):
            "\(inline(.call(callee, arguments))) { \(elements.map(inline).joined(separator: "; ")) }"
        case .array(let elements): "[\(elements.map(inline).joined(separator: ", "))]"
        case .dictionary(let entries): inline(entries)
        case .try(let inner): "try \(inline(inner))"
        case .prefix(let operation, let operand): operation + inline(operand)
        case .infix(let left, let operation, let right): "\(inline(left)) \(operation) \(inline(right))"
        case .optionalChain(let base): inline(base) + "?"
        case .parenthesized(let inner): "(\(inline(inner)))"
        case .closure(let body): "{ \(inline(body)) }"
        case .choice(let branches, let otherwise):
            branches.map { "if \(inline($0.conditions)) { \(inline($0.value)) } else " }.joined()
                + "{ \(inline(otherwise)) }"
        }
    }

    private static func inline(_ segment: InterpolationSegment) -> String {
        switch segment {
        case .text(let text): SwiftStringLiteral.escaped(text)
        case .placeholder(let arguments): "\\(\(inline(arguments)))"
        }
    }

    private static func inline(_ arguments: [ArgumentSyntax]) -> String {
        arguments.map { argument in
            argument.label.map { "\(SwiftKeyword.escapedParameter($0)): \(inline(argument.value))" }
                ?? inline(argument.value)
        }
        .joined(separator: ", ")
    }

    private static func inline(_ entries: [DictionaryEntrySyntax]) -> String {
        guard !entries.isEmpty else { return "[:]" }
        return "[\(entries.map { "\(inline($0.key)): \(inline($0.value))" }.joined(separator: ", "))]"
    }
}
