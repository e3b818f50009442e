/// What reads items page by page: a query, a lookup, a scan, a collection.
public protocol ItemSource: Hashable, Sendable {
    /// How the items are read. For the functions of this library.
    /// - Parameter paths: the attributes that are asked for; all of them where `nil`.
    func itemPaging(_ paths: [AttributePath]?) -> Paging<EncodedItem>
}

extension ItemSource {
    /// The items as they are stored, with key attributes and all else that the records leave out.
    public var items: ItemRequest<Self> { ItemRequest(source: self) }
}

/// The items of a query, a lookup, a scan or a collection as they are stored; see `ItemSource.items`.
public struct ItemRequest<Source: ItemSource>: PagedRequest {
    let source: Source
    public var paging: Paging<EncodedItem> { source.itemPaging(nil) }
}

extension Query: ItemSource {
    public func itemPaging(_ paths: [AttributePath]?) -> Paging<EncodedItem> {
        Paging(unexpired: plan, selecting: paths)
    }
}

extension Scan: ItemSource {
    public func itemPaging(_ paths: [AttributePath]?) -> Paging<EncodedItem> {
        if plan.table.holdsWholeItems(plan.indexName) { return Paging(unexpired: plan, selecting: paths) }
        return Paging(lookingUp: plan, of: E.schema, paths: paths).droppingItems()
    }
}

extension CollectionQuery: ItemSource {
    public func itemPaging(_ paths: [AttributePath]?) -> Paging<EncodedItem> {
        guard readsEntries else { return Paging(unexpired: plan, selecting: paths) }
        return Paging(lookingUp: plan, ofAny: members, paths: paths).droppingItems()
    }
}
