/// A value behind a reference: a copy is a reference and no more. It is copied for good when one of several owners changes it.
struct Shared<Content: Sendable>: Sendable {
    private var box: Box

    init(_ content: Content) { box = Box(content) }

    var content: Content {
        @inline(__always) _read { yield box.content }
        @inline(__always) _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.content) }
            yield &box.content
        }
    }

    /// The content is changed by the only owner of a box, who has made sure of that: whoever shares one sees it unchanged.
    private final class Box: @unchecked Sendable {
        // `Shared` is a value, of which the compiler makes sure that nobody looks at it while it is changed.
        @exclusivity(unchecked) var content: Content

        init(_ content: Content) { self.content = content }
    }
}

extension Shared: Equatable where Content: Equatable {
    static func == (left: Shared, right: Shared) -> Bool { left.box === right.box || left.content == right.content }
}

extension Shared: Hashable where Content: Hashable {
    func hash(into hasher: inout Hasher) { content.hash(into: &hasher) }
}
