/// An element of a page, and the place behind it, where to go on.
struct KeyedElement<Element: Sendable>: Sendable {
    let element: Element
    let end: PageStart
}

/// What an item is read as, together with the item.
struct KeyedItem<Content: ItemDecodable>: ItemDecodable {
    let item: EncodedItem
    let content: Content

    init(from item: inout ItemReader) throws(AttributeError) {
        self.item = try item.encodedItem()
        content = try Content(from: &item)
    }
}
