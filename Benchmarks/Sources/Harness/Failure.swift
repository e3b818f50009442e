/// Something that stands in the way, in words that say what to do.
package struct Failure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// A peer that is not here, and why: the rest is measured without it.
package struct Missing: Error, CustomStringConvertible {
    package let description: String

    package init(_ reason: String) { description = reason }
}
