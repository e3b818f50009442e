import Entities

extension WireObject {
    /// `AttributeUpdates` as an update. An action sees its own attribute only, so their order does not matter.
    func attributeUpdates() throws(DynamoDBError) -> UpdateExpression? {
        guard let attributes = try object("AttributeUpdates", at: "") else { return nil }
        var update = UpdateExpression()
        for attribute in attributes.names {
            guard let change = try attributes.object(attribute, at: "attributeUpdates.\(attribute).member.") else {
                continue
            }
            try change.addAttributeUpdate(of: AttributePath(attribute), to: &update)
        }
        return update
    }

    private func addAttributeUpdate(
        of path: AttributePath, to update: inout UpdateExpression
    ) throws(DynamoDBError) {
        let action = try option("Action", AttributeAction.self) ?? .put
        guard let value = try value("Value") else {
            guard action == .delete else {
                throw .invalidParameter("Only DELETE action is allowed when no attribute value is specified")
            }
            update.remove.append(path)
            return
        }
        let isSet = [.stringSet, .numberSet, .binarySet].contains(value.type)
        switch action {
        case .put: update.set.append(.init(path, .operand(.value(value))))
        case .delete:
            guard isSet else {
                throw .invalidParameter("DELETE action with value is not supported for the type \(value.type.rawValue)")
            }
            update.delete.append(.init(path, .value(value)))
        case .add where value.type == .list:
            // Unlike the ADD of an expression, it appends to lists.
            let list = SetValue.ifNotExists(path, .operand(.value(.list([]))))
            update.set.append(.init(path, .listAppend(list, .operand(.value(value)))))
        case .add:
            guard isSet || value.type == .number else {
                throw .invalidParameter("ADD action is not supported for the type \(value.type.rawValue)")
            }
            update.add.append(.init(path, .value(value)))
        }
    }
}

private enum AttributeAction: String, CaseIterable {
    case add = "ADD"
    case delete = "DELETE"
    case put = "PUT"
}
