import Entities

/// A path whose names are ready to be compared with those of packed items. They belong to the `PackedConstants` that it was made with.
struct PreparedPath: BitwiseCopyable {
    private enum Step: BitwiseCopyable {
        case name(UnsafeBufferPointer<UInt8>)
        case index(Int)
    }

    private let first: UnsafeBufferPointer<UInt8>
    private let rest: UnsafeBufferPointer<Step>

    init(_ path: AttributePath, _ constants: PackedConstants) {
        first = constants.place(Array(path.attributeName.utf8))
        rest = constants.place(
            path.rest.map { element in
                switch element {
                case .name(let name): .name(constants.place(Array(name.utf8)))
                case .index(let index): .index(index)
                }
            })
    }

    /// What stands at the path; `nil` where something on the way is absent or of another type.
    func value(in item: PackedMap) -> PackedValue? {
        var value = item[first]
        for step in rest {
            switch step {
            case .name(let name): value = value?.map?[name]
            case .index(let index): value = value?.list?[index]
            }
            if value == nil { return nil }
        }
        return value
    }
}
