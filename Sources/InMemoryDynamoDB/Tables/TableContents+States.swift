import Entities

/// What is happening to a table.
struct TableTransition {
    let status: TableDescription.Status
    let until: Date
    /// What takes effect at the end.
    var change: ((inout TableSettings) -> Void)?
}

/// What is happening to an index.
struct IndexTransition {
    let status: TableDescription.Status
    /// From when on a new index is being filled.
    var backfillsFrom: Date?
    let until: Date
    /// What takes effect at the end.
    var change: ((inout IndexSettings) -> Void)?
}

extension TableContents {
    /// Lets everything take effect whose time has come. Called before settings or states are read.
    func finishTransitions(by now: Date) {
        if let transition, transition.until <= now {
            transition.change?(&settings)
            self.transition = nil
        }
        for index in indexes {
            guard let transition = index.transition, transition.until <= now else { continue }
            transition.change?(&index.settings)
            index.transition = nil
        }
        leaving.removeAll { ($0.transition?.until ?? now) <= now }
    }

    /// Begins a change of the table that ends at `date`. Changes that are under way end at the same time.
    func begin(
        _ status: TableDescription.Status, until date: Date, _ change: ((inout TableSettings) -> Void)? = nil
    ) {
        let earlier = transition?.change
        transition = TableTransition(status: status, until: max(date, transition?.until ?? date)) { settings in
            earlier?(&settings)
            change?(&settings)
        }
    }

    /// Whether an index is on its way in or out.
    var isChangingIndexes: Bool {
        !leaving.isEmpty || indexes.contains { $0.transition?.status == .creating }
    }
}

extension TableContents.IndexContents {
    /// Begins a change of the index that ends at `date`. One that is under way goes on and takes this along.
    func begin(
        _ status: TableDescription.Status, until date: Date, _ change: ((inout IndexSettings) -> Void)? = nil
    ) {
        let earlier = transition
        transition = IndexTransition(
            status: earlier?.status ?? status, backfillsFrom: earlier?.backfillsFrom,
            until: max(date, earlier?.until ?? date)
        ) { settings in
            earlier?.change?(&settings)
            change?(&settings)
        }
    }
}
