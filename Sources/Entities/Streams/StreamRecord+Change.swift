extension StreamRecord {
    /// The change as one of a service's records; `nil` where it is about an item of no entity of the service.
    ///
    /// An item that was one of the service's and is replaced by one that is not counts as removed, and the other way round as inserted.
    /// - Throws: `AttributeError` where an image is not what the definition says.
    public func change<Record: ServiceRecord>(of type: Record.Type) throws(AttributeError) -> RecordChange<Record>? {
        try change { (image) throws(AttributeError) in try Record(image) }
    }

    /// The change as one of an entity's records; `nil` where it is about an item of another entity.
    /// - Throws: `AttributeError` where an image is not what the definition says.
    public func change<Record: Entity>(of type: Record.Type) throws(AttributeError) -> RecordChange<Record>? {
        try change { (image) throws(AttributeError) in try Record(ifOwned: image) }
    }

    private func change<Record>(
        _ read: (EncodedItem) throws(AttributeError) -> Record?
    ) throws(AttributeError) -> RecordChange<Record>? {
        let old: Record? = if let oldImage { try read(oldImage) } else { nil }
        let new: Record? = if let newImage { try read(newImage) } else { nil }
        if isWhole {
            switch (old, new) {
            case (nil, nil): return nil
            case (nil, let new?): return .inserted(new)
            case (let old?, nil): return .removed(old)
            case (let old?, let new?): return .modified(old: old, new: new)
            }
        }
        let image = new ?? old
        // There is an image, and it is of somebody else.
        if image == nil, newImage != nil || oldImage != nil { return nil }
        return .partial(event, keys: keys, image: image)
    }

    /// Whether all images are there that the change has.
    private var isWhole: Bool {
        switch event {
        case .insert: newImage != nil
        case .modify: newImage != nil && oldImage != nil
        case .remove: oldImage != nil
        }
    }
}
