/// Reads an access pattern of a model.
struct ElectroDBIndexReader {
    /// With its attributes.
    let model: ElectroDBModel
    /// What notes are about: `Author.byHandle`.
    let subject: String
    private(set) var notes: [ImportNote] = []

    init(model: ElectroDBModel, subject: String) {
        self.model = model
        self.subject = subject
    }

    mutating func index(_ name: String, _ value: PlacedValue) throws(ImportError) -> ElectroDBIndex {
        let kind = try value["type"]?.word(ElectroDBIndex.Kind.self, of: "isolated, clustered or composite")
        var pattern = ElectroDBIndex(
            name: name, index: try value["index"].string(), kind: kind ?? .isolated,
            partition: try key(value.required("pk"), isNative: kind == .composite))
        if let sort = value["sk"] { pattern.sort = try key(sort, isNative: kind == .composite) }
        if pattern.index?.isEmpty ?? false { pattern.index = nil }
        if pattern.index == nil, kind == .composite {
            throw value.error(
                "the table's own keys cannot be of the type composite: ElectroDB has that for secondary indexes")
        }
        pattern.scope = try value["scope"].string()
        if let collection = value["collection"] {
            if case .array = collection.tree {
                pattern.collections = try collection.strings()
            } else {
                pattern.collections = [try collection.string()]
            }
        }
        if let projection = value["projection"] ?? value["project"] {
            pattern.projection = try self.projection(projection)
        }
        pattern.hasCondition = value.tree["condition"] != nil
        return pattern
    }

    private func projection(_ value: PlacedValue) throws(ImportError) -> ElectroDBIndex.Projection {
        if case .array = value.tree {
            let names = try value.strings()
            for name in names { try check(name, value) }
            return .include(names)
        }
        switch try value.string() {
        case "all": return .all
        case "keys_only": return .keysOnly
        default: throw value.error("expected all, keys_only, or a list of attributes, and not \(value.tree.kind)")
        }
    }

    // MARK: Keys

    private mutating func key(_ value: PlacedValue, isNative: Bool) throws(ImportError) -> ElectroDBKey {
        let listed = value["composite"] ?? value["facets"]
        var key = ElectroDBKey(attributes: [])
        if !isNative { key.field = try value.required("field").string() }
        if let template = value["template"] { key.template = try segments(of: template) }
        if let listed {
            if case .array = listed.tree {
                key.attributes = try listed.strings()
            } else {
                // As text, it is the template.
                key.template = try segments(of: listed)
            }
        } else if key.template == nil {
            throw value.error("'composite' is missing")
        }
        for name in key.attributes { try check(name, listed ?? value) }
        if let template = key.template {
            let named = template.compactMap { if case .attribute(let name) = $0 { name } else { nil } }
            for name in named { try check(name, value["template"] ?? value) }
            if !key.attributes.isEmpty, key.attributes != named {
                throw value.error("'composite' and 'template' name different attributes")
            }
            key.attributes = named
        }
        if let casing = value["casing"] {
            key.casing =
                casing.tree == .string("default")
                ? .lower : try casing.word(ElectroDBKey.Casing.self, of: "lower, upper, none or default")
        }
        key.cast = try value["cast"]?.word(ElectroDBKey.Cast.self, of: "string or number")
        return key
    }

    private func check(_ name: String, _ value: PlacedValue) throws(ImportError) {
        guard model.attribute(name) != nil else { throw value.error("'\(name)' is no attribute of \(model.entity)") }
    }

    /// The pieces of `"INV-${inviteCode}"`, or of the older `"INV-:inviteCode"`.
    private func segments(of value: PlacedValue) throws(ImportError) -> [ElectroDBKey.Segment] {
        let text = try value.string()
        var segments: [ElectroDBKey.Segment] = []
        var rest = text[...]
        var literal = ""
        while let character = rest.first {
            if rest.hasPrefix("${"), let end = rest.firstIndex(of: "}") {
                let name = String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end])
                if !literal.isEmpty { segments.append(.text(literal)) }
                literal = ""
                segments.append(.attribute(name))
                rest = rest[rest.index(after: end)...]
            } else if character == ":", !text.contains("${"), let name = attributeName(after: rest.dropFirst()) {
                if !literal.isEmpty { segments.append(.text(literal)) }
                literal = ""
                segments.append(.attribute(name))
                rest = rest.dropFirst(1 + name.count)
            } else {
                literal.append(character)
                rest = rest.dropFirst()
            }
        }
        if !literal.isEmpty { segments.append(.text(literal)) }
        return segments
    }

    /// The attribute's name that the text begins with.
    private func attributeName(after text: Substring) -> String? {
        let name = String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        return model.attribute(name) == nil ? nil : name
    }
}
