/// Names for parameters and local variables that no attribute has.
struct LocalNames {
    private var taken: Set<String>

    init(avoiding taken: some Sequence<String>) { self.taken = Set(taken) }

    /// The name itself if it is free, or with underscores in front.
    func callAsFunction(_ name: String) -> String {
        var candidate = name
        while taken.contains(candidate) { candidate = "_" + candidate }
        return candidate
    }

    /// A free name that is then taken.
    mutating func claim(_ name: String) -> String {
        let claimed = self(name)
        taken.insert(claimed)
        return claimed
    }
}
