/// What finds records, all of which can be deleted: a query, a lookup, a scan, a collection or a partition.
public protocol DeletableRecords: Sendable {
    /// What is deleted. For the functions of this library.
    var deletionPlan: DeletionPlan { get }
}

/// Which records a deletion is about.
public struct DeletionPlan: Sendable {
    /// Finds the items, or their entries in an index.
    var plan: QueryPlan
    /// Whose records they are.
    let entities: [any Entity.Type]
    /// Whether items of none of these are deleted as well.
    var includesOthers = false
    /// What has to hold for an item still when it is deleted, besides its place in the index.
    var condition: Condition?

    init(_ plan: QueryPlan, entities: [any Entity.Type]) {
        self.plan = plan
        self.entities = entities
        // Global indexes have no consistent reads. What they show too late is found by another pass, or is refused by a condition.
        self.plan.read.consistentRead = plan.indexName == nil || plan.table.index(plan.indexName)?.isLocal == true
        // What has expired is hidden, and there all the same.
        self.plan.expiry = nil
    }

    /// Records of one entity, found by a plan whose filter has to hold still.
    init<E: Entity>(_ plan: QueryPlan, of entity: E.Type) {
        self.init(plan, entities: [entity])
        // Whose an item is does not change.
        condition = plan.filter == E.schema.isOwn ? nil : plan.filter
    }
}

extension DeletableRecords {
    /// Deletes all of these records, and gives back the unique values that they hold, until a pass over them finds none.
    ///
    /// ```swift
    /// try await Campus.dossier(schoolID: "s", studentID: "ada").deleteAll(on: db)
    /// try await Article.published(tenantID: "acme", publishedAt: ..<lastYear).where { $0.views < 10 }.deleteAll(on: db) { print($0.deleted) }
    /// ```
    /// Not atomic. What is deleted by its place in the table goes in batches. What was found by an index or by a filter is deleted only if
    /// it is still there and the filter still holds; what holds unique values goes in a transaction with them. Conflicts, throttles and
    /// lost answers are tried again. A record that is created in the meantime is deleted, too, or was created after the last pass read
    /// its place: keep others from creating any where that matters. After an error, and from another process, call it again.
    ///
    /// Costs the reads of all passes, two as a rule, and a write per record and index that it is in; twice that and the same for each
    /// unique value in a transaction.
    /// - Parameters:
    ///   - concurrency: how many requests are on their way at a time.
    ///   - progress: is told after each page; ends the deletion by throwing.
    /// - Returns: what was deleted.
    /// - Throws: `DynamoDBError`: `unprocessed` where nothing could be deleted any more for long, since it keeps changing.
    @discardableResult
    public func deleteAll(
        on db: Database, concurrency: Int = 8, progress: (Deletion) async throws -> Void = { _ in }
    ) async throws -> Deletion {
        try await DeletionRun(deletionPlan, on: db, concurrency: concurrency).run(progress)
    }
}

extension Query: DeletableRecords {
    public var deletionPlan: DeletionPlan { DeletionPlan(plan, of: E.self) }
}

extension LookupQuery: DeletableRecords {
    public var deletionPlan: DeletionPlan { DeletionPlan(plan, of: Source.LookupRecord.self) }
}

extension Scan: DeletableRecords {
    public var deletionPlan: DeletionPlan { DeletionPlan(plan, of: E.self) }
}

extension CollectionQuery: DeletableRecords {
    public var deletionPlan: DeletionPlan {
        let everyone = C.Record.entities
        let members =
            self.members.isEmpty
            ? everyone
            : everyone.filter { entity in
                self.members.contains { $0.entity == entity.schema.identifiers.entity }
            }
        var deletion = DeletionPlan(plan, entities: members)
        deletion.condition = condition
        return deletion
    }
}
