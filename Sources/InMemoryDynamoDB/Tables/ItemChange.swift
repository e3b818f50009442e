import Entities

/// What a write did to an item.
struct ItemChange {
    /// The item before; `nil` where there was none.
    var old: EncodedItem?
    /// The size before, 0 where there was no item.
    var oldSize = 0
    /// The item after; `nil` where there is none.
    var new: EncodedItem?
    /// The size after, 0 where there is no item.
    var newSize = 0
}
