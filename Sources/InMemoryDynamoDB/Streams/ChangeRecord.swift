import Entities

/// A record as a stream keeps it: with the images that it gives out, and nothing besides.
///
/// Images are the table's own packed items, which are never copied, only shared.
struct ChangeRecord {
    let number: SequenceNumber
    let date: Date
    let event: StreamRecord.Event
    let newImage: EncodedItem?
    let oldImage: EncodedItem?
    /// The key, where no image has it.
    let keys: EncodedItem?
    /// Whether the item was deleted since it had expired.
    let isExpiry: Bool

    init(
        _ change: ItemChange, number: SequenceNumber, at date: Date, isExpiry: Bool, viewType: StreamViewType,
        keys: KeySchema
    ) {
        event = change.old == nil ? .insert : change.new == nil ? .remove : .modify
        self.number = number
        self.date = date
        self.isExpiry = isExpiry
        newImage = viewType.hasNewImage ? change.new : nil
        oldImage = viewType.hasOldImage ? change.old : nil
        self.keys = newImage == nil && oldImage == nil ? (change.new ?? change.old)?.keeping(keys.names) : nil
    }

    /// The record as it is given out.
    func record(of stream: ChangeStream) -> StreamRecord {
        let keys = keys ?? (newImage ?? oldImage)?.keeping(stream.keys.names) ?? EncodedItem()
        return StreamRecord(
            eventID: eventID(in: stream), event: event, region: stream.region,
            // Told to the second.
            approximateCreationDate: Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down)), keys: keys,
            newImage: newImage, oldImage: oldImage, sequenceNumber: number.text,
            sizeInBytes: keys.sizeInBytes + (newImage?.sizeInBytes ?? 0) + (oldImage?.sizeInBytes ?? 0),
            viewType: stream.viewType, userIdentity: isExpiry ? .timeToLive : nil)
    }

    /// 32 hexadecimal digits, no two alike: the stream's, and those of the number, stirred.
    private func eventID(in stream: ChangeStream) -> String {
        let low = UInt64(truncatingIfNeeded: number.value)
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: low >> ($0 * 8)) }
        return [StableHash.hash(Array(stream.arn.utf8)), StableHash.hash(bytes)].map { half in
            let text = String(half, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
    }
}

extension StreamViewType {
    fileprivate var hasNewImage: Bool { self == .newImage || self == .newAndOldImages }
    fileprivate var hasOldImage: Bool { self == .oldImage || self == .newAndOldImages }
}
