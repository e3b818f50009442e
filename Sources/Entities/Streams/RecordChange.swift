/// A change of a record, as a stream tells it: to switch over without a case forgotten.
///
/// ```swift
/// for event in try StreamRecord.records(inEvent: lambdaEvent) {
///     switch try event.change(of: CMS.Record.self) {
///     case .inserted(.article(let article)): …
///     case .modified(.article(let old), .article(let new)): …
///     default: break
///     }
/// }
/// ```
public enum RecordChange<Record: Hashable & Sendable>: Hashable, Sendable {
    case inserted(Record)
    case modified(old: Record, new: Record)
    case removed(Record)
    /// A change that the stream does not tell the whole of, since its view has keys only, or one image only.
    /// - Parameters:
    ///   - keys: the key attributes of the item, which may be of any entity where there is no image.
    ///   - image: the image that the stream has: the new one, or with a view of old images the old one.
    case partial(StreamRecord.Event, keys: EncodedItem, image: Record?)
}
