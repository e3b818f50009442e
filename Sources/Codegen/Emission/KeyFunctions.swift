import EntityMacrosLite

/// The static functions of a record that make the texts of its keys, one for each text that a key attribute can have.
struct KeyFunctions {
    /// A function that makes a key's text from the attributes that it is made of.
    struct KeyFunction {
        var name: String
        var keyAttribute: String
        var template: KeyTemplateModel
        /// The attributes that it takes, in the order of the text.
        var parameters: [String]
    }

    let all: [KeyFunction]

    init(_ entity: EntityModel) {
        var names = LocalNames(
            avoiding: GeneratedNames.recordFunctions.union(entity.accessPatterns.map(\.name)))
        var functions: [KeyFunction] = []
        for key in entity.keyAttributes {
            for source in key.sources {
                let template = source.template.comparable
                guard !functions.contains(where: { $0.keyAttribute == key.name && $0.template == template }) else {
                    continue
                }
                let isFirst = !functions.contains { $0.keyAttribute == key.name }
                var name = SwiftName.identifier(for: key.name)
                if !isFirst { name += "For" + SwiftName.upperFirst(source.accessPattern) }
                var parameters: [String] = []
                for part in template.parts where !parameters.contains(part.attribute) {
                    parameters.append(part.attribute)
                }
                functions.append(
                    KeyFunction(
                        name: names.claim(name), keyAttribute: key.name, template: template, parameters: parameters))
            }
        }
        all = functions
    }

    /// The function that makes the text of this key attribute.
    func function(for keyAttribute: String, _ template: KeyTemplateModel) -> KeyFunction? {
        all.first { $0.keyAttribute == keyAttribute && $0.template == template.comparable }
    }
}

extension KeyTemplateModel {
    /// What the text depends on, and nothing else.
    var comparable: KeyTemplateModel {
        var copy = self
        copy.isComposite = false
        copy.segments = segments.map { segment in
            guard case .part(var part) = segment else { return segment }
            part.location = .unknown
            part.parameter = part.attribute
            return .part(part)
        }
        return copy
    }
}

extension SwiftName {
    /// A name for something that is called `text` in the table: the text itself, where Swift can.
    static func identifier(for text: String) -> String {
        if isIdentifier(text) { return text }
        return caseName(of: text) ?? "key"
    }
}
