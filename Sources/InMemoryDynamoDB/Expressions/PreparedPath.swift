import Entities

/// A path whose names are ready to be compared with those of packed items.
struct PreparedPath {
    private enum Step {
        case name([UInt8])
        case index(Int)
    }

    private let first: [UInt8]
    private let rest: [Step]

    init(_ path: AttributePath) {
        first = Array(path.attributeName.utf8)
        rest = path.elements.dropFirst().map { element in
            switch element {
            case .name(let name): .name(Array(name.utf8))
            case .index(let index): .index(index)
            }
        }
    }

    /// What stands at the path; `nil` where something on the way is absent or of another type.
    func value(in item: PackedMap) -> PackedValue? {
        var value = first.withUnsafeBufferPointer { item[$0] }
        for step in rest {
            switch step {
            case .name(let name): value = name.withUnsafeBufferPointer { value?.map?[$0] }
            case .index(let index): value = value?.list?[index]
            }
            if value == nil { return nil }
        }
        return value
    }
}
