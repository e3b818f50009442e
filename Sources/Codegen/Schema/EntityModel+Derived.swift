extension EntityModel {
    /// The attributes that follow from others, each behind those that it follows from. Those of a cycle are left out.
    public var derivedAttributes: [AttributeModel] {
        var open = attributes.filter(\.isDerived)
        var ordered: [AttributeModel] = []
        while let index = open.firstIndex(where: { attribute in
            !open.contains { attribute.computedFrom?.contains($0.name) ?? false }
        }) {
            ordered.append(open.remove(at: index))
        }
        return ordered
    }

    /// The attributes without which those are not known: in place of each that follows from others, those at the beginning.
    public func roots(of names: [String]) -> [String] {
        var roots: [String] = []
        var seen: Set<String> = []
        func visit(_ name: String) {
            guard seen.insert(name).inserted else { return }
            if let sources = attribute(name)?.computedFrom { sources.forEach(visit) } else { roots.append(name) }
        }
        names.forEach(visit)
        return roots
    }

    /// The attributes that follow from one, at once or by way of others, in the order in which they can be computed.
    public func followers(of name: String) -> [AttributeModel] {
        var known: Set<String> = [name]
        return derivedAttributes.filter { attribute in
            guard attribute.computedFrom?.contains(where: known.contains) ?? false else { return false }
            known.insert(attribute.name)
            return true
        }
    }
}
