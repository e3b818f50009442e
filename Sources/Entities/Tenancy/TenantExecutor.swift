/// An executor around another one that refuses whatever is not of one tenant, before anything is sent.
///
/// ```swift
/// let db = Database(TenantExecutor(executor, tenant: CMS.tenant("acme"), tables: [CMS.table]), table: CMS.table)
/// ```
/// `Database.narrowed(to:)` does the same. What is looked at: the partition keys of items that are read, written or deleted, those of the
/// indexes that they are written to, of queries and of where their pages start, in batches and transactions of each part. Scans, streams,
/// and requests about tables but for their descriptions are refused, as is everything about tables that are not known here.
public struct TenantExecutor<Base: DynamoDBExecutor>: DynamoDBExecutor {
    public let base: Base
    private let boundary: TenantBoundary

    /// - Parameter tables: the tables with the names under which they are deployed.
    public init(_ base: Base, tenant: TenantSlice, tables: [TableSchema]) {
        self.base = base
        boundary = TenantBoundary(tenant: tenant, tables: tables)
    }

    public func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        let request = operation.request
        do throws(DynamoDBError) {
            try boundary.check(request)
        } catch {
            throw error.at(request.operationName, table: request.onlyTableName, origin: operation.origin)
        }
        return try await base.execute(operation)
    }
}

extension Database {
    /// The same database for one tenant: requests with keys of others are refused with `outsideTenant` before anything is sent.
    ///
    /// What `once` remembers is the tenant's as well, so that two tenants may use the same key. It can be narrowed once only: within it,
    /// other tenants stay outside.
    public func narrowed(to tenant: TenantSlice) -> Database {
        narrowed(executor, to: tenant)
    }

    private func narrowed(_ executor: some DynamoDBExecutor, to tenant: TenantSlice) -> Database {
        var copy = Database(TenantExecutor(executor, tenant: tenant, tables: allTables), tablesOf: self)
        copy.tenant = tenant
        return copy
    }
}
