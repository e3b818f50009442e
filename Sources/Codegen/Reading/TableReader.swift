import EntityMacrosLite

/// Reads a table's keys, indexes and settings.
enum TableReader {
    static func read(_ table: Table, into collector: inout DiagnosticCollector) -> TableModel {
        let indexes = table.settings.compactMap { setting -> IndexModel? in
            guard case .index(let index) = setting else { return nil }
            return Self.model(of: index, tablePartition: elements(table.partition))
        }
        var model = TableModel(name: table.name, partition: elements(table.partition), sort: elements(table.sort))
        model.indexes = indexes
        model.location = table.location
        read(table.settings, into: &model, &collector)
        return model
    }

    private static func model(of index: IndexDefinition, tablePartition: [KeyElementModel]) -> IndexModel {
        let projection: ProjectionModel =
            switch index.projection.kind {
            case .all: .all
            case .keysOnly: .keysOnly
            case .include(let names): .include(attributes: names)
            }
        var model = IndexModel(
            name: index.name.rawValue, isLocal: index.isLocal,
            partition: index.isLocal ? tablePartition : elements(index.partition), sort: elements(index.sort),
            projection: projection,
            throughput: index.throughput.map { ThroughputModel(read: $0.read, write: $0.write) })
        model.location = index.location
        return model
    }

    private static func elements(_ elements: [KeyElement]) -> [KeyElementModel] {
        elements.map { KeyElementModel(name: $0.name, isNative: $0.kind == .native) }
    }

    private static func read(
        _ settings: [TableSetting], into model: inout TableModel, _ collector: inout DiagnosticCollector
    ) {
        var given: Set<String> = []
        /// Whether this is the first setting of its kind.
        func isFirst(_ kind: String, _ location: SourceLocation) -> Bool {
            if given.insert(kind).inserted { return true }
            collector.error(
                "table-setting-repeated", "The table '\(model.name)' has \(kind) twice: take one away.", at: location)
            return false
        }
        for setting in settings {
            switch setting {
            case .index: break
            case .stream(let view, let location):
                if isFirst("a stream", location) { model.stream = view }
            case .timeToLive(let attribute, let location):
                if isFirst("a time to live", location) {
                    model.timeToLiveAttribute = attribute
                    model.timeToLiveLocation = location
                }
            case .pointInTimeRecovery(let location):
                if isFirst("point-in-time recovery", location) { model.pointInTimeRecovery = true }
            case .deletionProtection(let location):
                if isFirst("deletion protection", location) { model.deletionProtection = true }
            case .onDemand(let location):
                if isFirst("a capacity mode", location) { model.capacity = .onDemand }
            case .provisioned(let throughput, let location):
                if isFirst("a capacity mode", location) {
                    model.capacity = .provisioned(ThroughputModel(read: throughput.read, write: throughput.write))
                }
            case .tag(let key, let value, let location):
                if isFirst("the tag \"\(key)\"", location) { model.tags[key] = value }
            }
        }
    }
}
