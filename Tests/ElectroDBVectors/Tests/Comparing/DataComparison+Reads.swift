import Codegen
import ElectroDBCases
import Entities
import InMemoryDynamoDB

extension DataComparison {
    /// Reads the items of other cases, and such as stand on and beside the bounds of the range.
    func compareReads() async throws -> [String] {
        let engine = try await self.engine(with: stored + neighbours)
        let recorder = RequestRecorder(engine)
        try? await call(Database(recorder, table: table))
        var found: Set<EncodedItem> = []
        for request in recorder.requests {
            switch request {
            case .query(let query): found.formUnion(try await page(.init(query), on: engine))
            case .scan(let scan): found.formUnion(try await page(.init(scan), on: engine))
            default: break
            }
        }
        let expected = try await page(expectedRead, on: engine)
        let (ours, theirs) = (found.filter(isOwn), expected.filter(isOwn))
        guard ours != theirs else { return [] }
        let (more, less) = (ours.subtracting(theirs), theirs.subtracting(ours))
        return more.map { "reads \($0), which ElectroDB does not" } + less.map { "does not read \($0)" }
    }

    private func page(_ operation: PageOperation<EncodedItem>, on engine: InMemoryDynamoDB) async throws -> Set<
        EncodedItem
    > {
        Set(try await engine.execute(operation).items)
    }

    /// ElectroDB drops what is not the entity's own when it has read it.
    private func isOwn(_ item: EncodedItem) -> Bool {
        models.contains { model in
            item[model.identifierFields.entity] == .string(model.entity)
                && item[model.identifierFields.version] == .string(model.version)
        }
    }

    private var expectedRead: PageOperation<EncodedItem> {
        let conditions = ExpectedKeyCondition.all(vector.expect)
        let index = vector.expect["index"]?.string
        guard !conditions.isEmpty else {
            var scan = ScanRequest(tableName: table.name, indexName: index)
            scan.filter = beginnings
            return PageOperation(scan)
        }
        var keys = KeyCondition([])
        for condition in conditions {
            let values = condition.values.map { Operand.value(ExpectedValue($0).attributeValue()) }
            switch condition.operation {
            case "=": keys.equalities.append(.init(condition.field, values[0]))
            case "begins_with": keys.range = .init(condition.field, .beginsWith(values[0]))
            case "between": keys.range = .init(condition.field, .between(values[0], values[values.count - 1]))
            case ">": keys.range = .init(condition.field, .greater(values[0]))
            case ">=": keys.range = .init(condition.field, .greaterOrEqual(values[0]))
            case "<": keys.range = .init(condition.field, .less(values[0]))
            default: keys.range = .init(condition.field, .lessOrEqual(values[0]))
            }
        }
        return PageOperation(QueryRequest(tableName: table.name, indexName: index, keyCondition: keys))
    }

    private var beginnings: Condition? {
        (vector.expect["filter"]?["beginsWith"]?.members ?? []).reduce(nil) { joined, field in
            let part = Condition.beginsWith(
                .path(AttributePath(field.name)), .value(ExpectedValue(field.value).attributeValue()))
            return joined.map { .and($0, part) } ?? part
        }
    }

    // MARK: Items beside the bounds

    /// Copies of an item under sort keys that are a bound, and a little above and below it.
    private var neighbours: [EncodedItem] {
        guard let template = stored.first(where: isOwn) else { return [] }
        var items: [EncodedItem] = []
        let conditions = ExpectedKeyCondition.all(vector.expect)
        for condition in conditions where condition.operation != "=" {
            for value in condition.values {
                for (number, neighbour) in Self.neighbours(of: value).enumerated() {
                    var attributes = template.attributes
                    for name in table.keys.partition + table.keys.sort {
                        if case .string(let text)? = attributes[name] {
                            attributes[name] = .string("\(text)~\(number)")
                        }
                    }
                    for other in conditions where other.operation == "=" {
                        attributes[other.field] = ExpectedValue(other.values[0]).attributeValue()
                    }
                    attributes[condition.field] = neighbour
                    items.append(EncodedItem(attributes))
                }
            }
        }
        return items
    }

    private static func neighbours(of value: JSONTree) -> [AttributeValue] {
        switch ExpectedValue(value).attributeValue() {
        case .string(let text):
            let shorter = String(String.UnicodeScalarView(text.unicodeScalars.dropLast()))
            return [text, text + "0", text + "#z_1", text + "\u{1}", shorter, shorter + "!", shorter + "~"].filter {
                !$0.isEmpty
            }
            .map { .string($0) }
        case .number(let number):
            let value = number.doubleValue
            return [value, value + 1, value - 1].compactMap { try? Number($0) }.map { .number($0) }
        default: return []
        }
    }
}
