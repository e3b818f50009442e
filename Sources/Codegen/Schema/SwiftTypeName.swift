extension AttributeTypeModel {
    /// The type as generated code spells it: fully qualified, but for what is generated beside it.
    ///
    /// - Parameter owner: The record that an enum of choices is nested in.
    func swiftName(owner: String) -> String {
        switch self {
        case .string: "Swift.String"
        case .bool: "Swift.Bool"
        case .integer(let type): "Swift.\(type.rawValue)"
        case .double: "Swift.Double"
        case .float: "Swift.Float"
        case .decimal: "Entities.Decimal"
        case .number: "Entities.Number"
        case .data: "Entities.Data"
        case .bytes: "[Swift.UInt8]"
        case .date: "Entities.Date"
        case .uuid: "Entities.UUID"
        case .ulid: "Entities.ULID"
        case .url: "Entities.URL"
        case .any: "Entities.AttributeValue"
        case .choice(let choice): "\(owner).\(choice.typeName)"
        case .rawRepresentable(let type): type.typeName
        case .convertible(let name), .map(let name): name
        case .list(let element): "[\(element.swiftName(owner: owner))]"
        case .set(let element): "Swift.Set<\(element.swiftName(owner: owner))>"
        case .dictionary(let value): "[Swift.String: \(value.swiftName(owner: owner))]"
        }
    }
}
