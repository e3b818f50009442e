import Entities

// Values that are made of others.
extension SampleValues {
    func map(_ definition: String, _ ordinal: Int, _ path: [String]) -> SampleValue? {
        guard let model = schema.map(definition), !path.contains(definition) else { return nil }
        var members: [String: AttributeValue] = [:]
        for attribute in model.attributes {
            let value = self.value(of: attribute, in: definition, ordinal: ordinal, path: path + [definition])
            if let value, !value.isAbsent { members[attribute.storedName] = value.stored }
        }
        return SampleValue(nil, stored: .map(members))
    }

    func collection(
        _ type: AttributeTypeModel, _ valueType: Any.Type, _ attribute: AttributeModel, _ path: [String]
    ) -> SampleValue? {
        guard let element = type.element, let elementType = ValueTypes.element(of: valueType) else { return nil }
        var single = attribute
        single.length = attribute.elementRules?.length
        single.range = attribute.elementRules?.range
        single.pattern = attribute.elementRules?.pattern
        single.elementRules = nil
        single.typicalLength = nil
        single.type = element
        var count = attribute.typicalLength ?? 2
        if let minimum = attribute.length?.minimum { count = max(count, minimum) }
        if let maximum = attribute.length?.maximum { count = min(count, maximum) }
        let elements = (0..<count).compactMap { ordinal in
            candidates(element, elementType, single, ordinal, path).first { SampleRules.allow($0, single) }?.stored
        }
        switch type {
        case .list: return SampleValue(nil, stored: .list(elements))
        case .dictionary:
            let keys = elements.indices.map { "\(SampleTexts.word(of: attribute.name))-\($0 + 1)" }
            return SampleValue(
                nil, stored: .map(Dictionary(zip(keys, elements), uniquingKeysWith: { first, _ in first })))
        default: return SampleValue(nil, stored: Self.set(elements))
        }
    }

    /// A set of the type of its first element.
    private static func set(_ elements: [AttributeValue]) -> AttributeValue {
        var (strings, numbers, binaries) = (Set<String>(), Set<Number>(), Set<[UInt8]>())
        for element in elements {
            switch element {
            case .string(let text): strings.insert(text)
            case .number(let number): numbers.insert(number)
            case .binary(let bytes): binaries.insert(bytes)
            default: break
            }
        }
        if !numbers.isEmpty { return .numberSet(numbers) }
        return binaries.isEmpty ? .stringSet(strings) : .binarySet(binaries)
    }
}
