/// Something that does the same work, or a limit of the machine: what a row's figure is set against.
package struct Peer: Hashable, Sendable {
    package let name: String
    /// How it is set up, so that a reader can judge whether that is fair.
    package let setup: String
    /// Figures of another machine for those rows in which it does not take part, by the rows' `id`, in their units.
    package let published: [String: [Double]]

    package init(_ name: String, _ setup: String, published: [String: [Double]] = [:]) {
        self.name = name
        self.setup = setup
        self.published = published
    }
}
