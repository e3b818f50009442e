import EntityMacrosLite

/// The queries of a pattern whose partition has part of a date, for a span of dates: they walk the partitions.
extension QueryEmission {
    /// One for each number of sort key values that can be given before the date itself.
    var walkingFunctions: [FunctionSyntax] {
        guard let bucket else { return [] }
        var functions: [FunctionSyntax] = []
        for given in 0...parameters.sort.count {
            let next = parameters.sort.dropFirst(given).first
            let isDate = next?.part.attribute == bucket.part.attribute
            if isDate, next?.allowsRange == true, canRange(at: given) {
                functions.append(walking(bucket, given, isRange: true))
                break
            }
            if holdsDate(bucket.part) { functions.append(walking(bucket, given, isRange: false)) }
            if isDate { break }
        }
        guard !functions.isEmpty else { return [] }
        let unit = bucket.unit.rawValue
        functions[0].documentation = [
            "The same in each \(unit) that the span touches, one after the other, as far as pages are asked for."
        ]
        return functions
    }

    private struct Bucket {
        let part: KeyPlaceholderModel
        let unit: DateBucket
        let keyAttribute: String
        /// What the key has before the bucket, and behind it.
        let prefix: [KeySegment]
        let suffix: [KeySegment]
    }

    /// The one part of the partition that is a part of a date.
    private var bucket: Bucket? {
        var found: Bucket?
        for key in pattern.partition {
            guard let template = key.template else { continue }
            for (position, segment) in template.segments.enumerated() {
                guard case .part(let part) = segment, case .date(let unit?) = part.encoding else { continue }
                if found != nil { return nil }
                found = Bucket(
                    part: part, unit: unit, keyAttribute: key.keyAttribute,
                    prefix: Array(template.segments[..<position]), suffix: Array(template.segments[(position + 1)...]))
            }
        }
        guard let found, !pattern.sortParts.contains(where: { $0.parameter == found.part.parameter }) else {
            return nil
        }
        return found
    }

    /// Whether the date can be filtered by: it is no key attribute of the index, and the index holds it.
    private func holdsDate(_ part: KeyPlaceholderModel) -> Bool {
        guard let attribute = emitter.entity.attribute(part.attribute), !attribute.isHidden else { return false }
        guard !(pattern.partition + pattern.sort).contains(where: { $0.keyAttribute == attribute.storedName }) else {
            return false
        }
        guard let index = pattern.index.flatMap({ emitter.schema.table.index($0) }) else { return true }
        switch index.projection {
        case .all: return true
        case .keysOnly: return false
        case .include(let names): return names.contains(attribute.storedName)
        }
    }

    private func walking(_ bucket: Bucket, _ given: Int, isRange: Bool) -> FunctionSyntax {
        let single = function(given: given, isRange: isRange)
        let label = bucket.part.attribute
        var span = ExpressionSyntax.name(label)
        if case .date(.epochSeconds) = emitter.entity.attribute(label)?.type { span = span.member("inWholeSeconds") }
        let arguments = single.parameters.map { parameter in
            let value: ExpressionSyntax =
                if parameter.name == bucket.part.parameter {
                    .name(label).member("start")
                } else if isRange, parameter.name == parameters.sort[given].name {
                    .name(label).member("range")
                } else {
                    .name(parameter.name)
                }
            return ArgumentSyntax(parameter.name, value)
        }
        var query = ExpressionSyntax.call(emitter.ownType.member(pattern.name), arguments)
        if !isRange {
            query = .call(
                query.member("cut"),
                [
                    ArgumentSyntax(nil, span),
                    ArgumentSyntax("by", .call(.type("Fields"), []).member(label)),
                ])
        }
        query = .call(
            query.member("walking"),
            [
                ArgumentSyntax(nil, .name(label)), ArgumentSyntax(nil, .member(nil, bucket.unit.rawValue)),
                ArgumentSyntax("of", .string(bucket.keyAttribute)),
                ArgumentSyntax("between", partition.text(bucket.prefix, nil)),
                ArgumentSyntax(nil, partition.text(bucket.suffix, nil)),
            ])
        var function = single
        function.parameters = single.parameters.compactMap { parameter in
            if isRange, parameter.name == parameters.sort[given].name { return nil }
            guard parameter.name == bucket.part.parameter else { return parameter }
            return ParameterSyntax(name: label, type: "Entities.DateSpan")
        }
        function.body = [.expression(query)]
        return function
    }
}
