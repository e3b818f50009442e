/// A record of any entity of a service: an enum that the generator makes, with a case for each entity.
///
/// ```swift
/// for try await record in CMS.scan().stream(on: db) {
///     switch record {
///     case .article(let article): …
///     case .author(let author): …
///     }
/// }
/// ```
public protocol ServiceRecord: Hashable, Sendable {
    /// The record that an item is; `nil` for an item of no entity of the service.
    init?(_ item: EncodedItem) throws(AttributeError)
    /// The entities of the service.
    static var entities: [any Entity.Type] { get }
    static var table: TableSchema { get }
}

extension ServiceRecord {
    static var schemas: [EntitySchema] { entities.map { $0.schema } }

    /// The attribute by which records expire. A table has no more than one.
    static var expiry: ExpiryAttribute? { schemas.lazy.compactMap(\.expiry).first }

    /// The attribute that tells the entities apart.
    static var entityAttribute: String { schemas.first?.entityAttribute ?? "" }
}

extension Paging<EncodedItem> {
    /// The items as records of a service, without those of others.
    func records<Record: ServiceRecord>(_ type: Record.Type) -> Paging<Record> {
        compactMap { [origin = plan.origin] (items, _) throws(DynamoDBError) in
            var records: [Record?] = []
            records.reserveCapacity(items.count)
            for item in items {
                do throws(AttributeError) {
                    records.append(try Record(item))
                } catch {
                    let entity = item[Record.entityAttribute].flatMap {
                        if case .string(let name) = $0 { name } else { nil }
                    }
                    throw .undecodable(error, RequestOrigin(entity: entity, accessPattern: origin.accessPattern))
                }
            }
            return records
        }
    }
}
