/// Why the arguments are not understood.
struct UsageError: Error, Hashable {
    let message: String
}

/// Takes options and names out of the arguments, one kind at a time; what is left over at the end is not understood.
struct ArgumentReader {
    private var rest: [String]

    init(_ arguments: [String]) { rest = arguments }

    /// Takes `--name`, if it is there.
    mutating func flag(_ name: String) -> Bool {
        guard let index = rest.firstIndex(of: name) else { return false }
        rest.remove(at: index)
        return true
    }

    /// Takes `--name VALUE` or `--name=VALUE`, if it is there.
    mutating func option(_ name: String) throws(UsageError) -> String? {
        guard let index = rest.firstIndex(where: { $0 == name || $0.hasPrefix(name + "=") }) else { return nil }
        let argument = rest.remove(at: index)
        if argument != name { return String(argument.dropFirst(name.count + 1)) }
        guard index < rest.count, !rest[index].hasPrefix("--") else {
            throw UsageError(message: "\(name) needs a value")
        }
        return rest.remove(at: index)
    }

    /// Takes an option's value as something else than text.
    mutating func option<Value>(
        _ name: String, _ form: String, _ parse: (String) -> Value?
    ) throws(UsageError) -> Value? {
        guard let text = try option(name) else { return nil }
        return try value(text, of: name, form, parse)
    }

    /// Takes the next argument that is no option.
    mutating func next() -> String? {
        guard let index = rest.firstIndex(where: { !$0.hasPrefix("--") }) else { return nil }
        return rest.remove(at: index)
    }

    /// Takes the next argument that is no option, as something else than text.
    mutating func next<Value>(
        _ name: String, _ form: String, _ parse: (String) -> Value?
    ) throws(UsageError) -> Value {
        guard let text = next() else { throw UsageError(message: "\(name) is missing: give \(form)") }
        return try value(text, of: name, form, parse)
    }

    /// There must be nothing left.
    func end() throws(UsageError) {
        guard let first = rest.first else { return }
        throw UsageError(message: "\"\(first)\" is not understood here")
    }

    private func value<Value>(
        _ text: String, of name: String, _ form: String, _ parse: (String) -> Value?
    ) throws(UsageError) -> Value {
        guard let value = parse(text) else { throw UsageError(message: "\(name) is \(form), not \"\(text)\"") }
        return value
    }
}
