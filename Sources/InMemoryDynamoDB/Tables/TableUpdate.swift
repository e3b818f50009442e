import Entities

/// A change of a table that has been checked.
struct TableUpdate {
    private let request: UpdateTableRequest
    private let table: Table
    private let engine: Engine
    private let now: Date
    private let end: Date
    private let filled: Date

    init(
        _ request: UpdateTableRequest, of table: Table, engine: Engine, at now: Date, until end: Date,
        filledBy filled: Date
    ) {
        self.request = request
        self.table = table
        self.engine = engine
        self.now = now
        self.end = end
        self.filled = filled
    }

    /// What the table's layout gains and loses.
    struct LayoutChange {
        var added: IndexLayout?
        var removed: IndexLayout?
    }

    func apply(to contents: TableContents) -> LayoutChange {
        if let deletionProtection = request.deletionProtection {
            contents.settings.deletionProtection = deletionProtection
        }
        if let encryption = request.encryption {
            contents.settings.encryption = engine.account.encryption(encryption, end)
        }
        if let stream = request.stream { set(stream, in: contents) }
        if let tableClass = request.tableClass { set(tableClass, in: contents) }
        if let onDemand = request.onDemandThroughput {
            contents.settings.onDemandThroughput = onDemand.merged(into: contents.settings.onDemandThroughput)
        }
        if let warm = request.warmThroughput {
            contents.settings.warm.raise(reads: warm.reads, writes: warm.writes)
            contents.settings.warmUntil = end
        }
        if let mode = request.requestedThroughput.map({ .provisioned(read: $0.read, write: $0.write) })
            ?? request.billingMode
        {
            set(mode, in: contents)
        }
        return applyIndexChanges(to: contents)
    }

    /// How an index that holds all items goes on.
    var filling: IndexTransition { IndexTransition(status: .creating, backfillsFrom: end, until: filled) }

    // MARK: Settings

    /// The one place where a table's stream is turned on or off.
    private func set(_ stream: UpdateTableRequest.StreamChange, in contents: TableContents) {
        switch stream {
        case .on(let type):
            engine.startStream(type, of: table.schema, in: contents)
        case .off: contents.endStream()
        }
        contents.begin(.updating, until: end)
    }

    private func set(_ tableClass: TableClass, in contents: TableContents) {
        let current = contents.settings.tableClass
        // What a table is without having been told so stays unsaid.
        guard tableClass != current ?? .standard else { return contents.begin(.updating, until: end) }
        let end = end
        contents.begin(.updating, until: end) { settings in
            settings.tableClass = tableClass
            settings.tableClassDate = end
        }
    }

    private func set(_ mode: BillingMode, in contents: TableContents) {
        let (old, new, now, end) = (contents.settings.billingMode, mode, now, end)
        guard old != new else { return contents.begin(.updating, until: end) }
        contents.settings.throughputHistory.note(
            from: old.provisioned, to: new.provisioned, at: now, isDone: false)
        let isSwitch = (old == .onDemand) != (new == .onDemand)
        if isSwitch {
            contents.settings.billingMode = new
            contents.settings.onDemandThroughput = nil
        }
        contents.begin(.updating, until: end) { settings in
            settings.billingMode = new
            settings.throughputHistory.note(from: old.provisioned, to: new.provisioned, at: end, isDone: true)
            settings.warm.raise(
                reads: new.provisioned?.read ?? CapacityRules.initialReads,
                writes: new.provisioned?.write ?? CapacityRules.initialWrites)
            if isSwitch, new == .onDemand { settings.lastOnDemandDate = end }
        }
        guard isSwitch else { return }
        for index in contents.indexes where !index.schema.isLocal {
            if new == .onDemand { index.settings.throughput = nil }
            index.settings.onDemandThroughput = nil
            index.begin(.updating, until: end) { settings in
                settings.warm.raise(
                    reads: new == .onDemand ? CapacityRules.initialReads : nil,
                    writes: new == .onDemand ? CapacityRules.initialWrites : nil)
            }
        }
    }

    // MARK: Indexes

    private func applyIndexChanges(to contents: TableContents) -> LayoutChange {
        var change = LayoutChange()
        for indexChange in request.indexChanges {
            switch indexChange {
            case .create(let index):
                let layout = table.schema.index(
                    index, types: request.attributeTypes.merging(table.schema.attributeTypes) { $1 },
                    readableFrom: filled > now ? filled : nil)
                // Whatever the clock says, it is not there before all items are in it.
                contents.addIndex(layout, IndexTransition(status: .creating, until: .distantFuture))
                contents.begin(.updating, until: end)
                change.added = layout
            case .update(let update): apply(update, to: contents)
            case .delete(let name):
                guard let index = contents.indexes.first(where: { $0.schema.name == name }) else { continue }
                contents.removeIndex(index, IndexTransition(status: .deleting, until: end))
                contents.begin(.updating, until: end)
                change.removed = index.schema
            }
        }
        return change
    }

    private func apply(_ update: UpdateTableRequest.IndexUpdate, to contents: TableContents) {
        guard let index = contents.indexes.first(where: { $0.schema.name == update.name }) else { return }
        if let warm = update.warmThroughput {
            index.settings.warm.raise(reads: warm.reads, writes: warm.writes)
            index.settings.isWarmSet = true
            index.settings.warmUntil = end
        }
        if let onDemand = update.onDemandThroughput {
            index.settings.onDemandThroughput = onDemand.merged(into: index.settings.onDemandThroughput)
            index.begin(.updating, until: end)
        }
        guard let new = update.throughput else { return }
        let (old, end) = (index.settings.throughput, end)
        // An index that had none is given it together with its table.
        if old == nil { index.settings.throughput = new }
        index.settings.throughputHistory.note(from: old, to: new, at: now, isDone: false)
        index.begin(.updating, until: end) { settings in
            settings.throughput = new
            settings.throughputHistory.note(from: old, to: new, at: end, isDone: true)
            settings.warm.raise(reads: new.read, writes: new.write)
        }
    }
}

extension OnDemandThroughput {
    /// What is in force after a change; -1 takes a limit away.
    fileprivate func merged(into current: OnDemandThroughput?) -> OnDemandThroughput? {
        let merged = OnDemandThroughput(
            maxReads: maxReads.map { $0 == -1 ? nil : $0 } ?? current?.maxReads,
            maxWrites: maxWrites.map { $0 == -1 ? nil : $0 } ?? current?.maxWrites)
        return merged == OnDemandThroughput() ? nil : merged
    }
}
