import Entities

// Values of types of the user's own: each is offered raw or stored values until it takes one.
extension SampleValues {
    func wrapped(
        _ model: RawRepresentableModel, _ type: Any.Type, _ attribute: AttributeModel, _ ordinal: Int
    ) -> [SampleValue] {
        func make<R: RawRepresentable>(_ type: R.Type) -> [(any AttributeConvertible)?] {
            let raw: [Any]
            if let listed = model.rawValues {
                let numbers = listed.compactMap { Int($0).flatMap { Self.integer($0, as: R.RawValue.self) } }
                raw = model.rawType == .string ? listed : numbers
            } else if model.rawType == .string {
                raw = texts(attribute, ordinal)
            } else {
                raw = integers(attribute, ordinal, as: R.RawValue.self).compactMap(\.value)
            }
            return raw.map { ($0 as? R.RawValue).flatMap { R(rawValue: $0) } as? any AttributeConvertible }
        }
        guard let type = type as? any RawRepresentable.Type else { return [] }
        return make(type).compactMap { SampleValue($0) }
    }

    func converted(_ type: Any.Type, _ attribute: AttributeModel, _ ordinal: Int) -> [SampleValue] {
        guard let type = type as? any AttributeConvertible.Type else { return [] }
        var stored = texts(attribute, ordinal).map { AttributeValue.string($0) }
        stored += [numbers.number(attribute.name, ordinal), 1, 0].map { .number(Number($0)) }
        stored += [.bool(true), .binary(bytes(attribute, ordinal))]
        return stored.compactMap { SampleValue(Self.convert($0, to: type)) }
    }

    /// A lease that somebody has, read from what is stored of one: nothing but the run time makes any.
    func lease(_ attribute: AttributeModel, _ ordinal: Int) -> SampleValue? {
        guard let until = date(attribute, ordinal, .epochMilliseconds),
            let acquisition = SampleValue(ulid(attribute.name, ordinal))
        else { return nil }
        let stored = AttributeValue.map([
            "owner": .string("worker-\(numbers.number(attribute.name, ordinal))"),
            "token": .number(Number(ordinal + 1)),
            "until": until.stored, "acquisition": acquisition.stored,
        ])
        return SampleValue(Self.convert(stored, to: Lease.self))
    }

    private static func convert(
        _ value: AttributeValue, to type: any AttributeConvertible.Type
    ) -> (any AttributeConvertible)? {
        func convert<V: AttributeConvertible>(_ type: V.Type) -> V? { try? value.converted(to: type) }
        return convert(type)
    }
}
