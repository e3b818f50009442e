/// How a run is made.
package struct Settings: Hashable, Sendable {
    package var rounds = 7
    /// How long a round of one contestant should last.
    package var secondsPerRound = 0.1
    /// What the names of the rows have in common that are measured.
    package var only: String?
    /// Leaves out peers in processes of their own. Those in this one stay, as the machine's yardstick.
    package var isWithoutPeers = false
    /// Items in the largest table; `nil` for what a row says.
    package var items: Int?

    package init() {}

    /// With so many rounds at most, for what takes long and hardly varies.
    package func limited(toRounds most: Int) -> Settings {
        var settings = self
        settings.rounds = min(most, rounds)
        return settings
    }

    package func asksFor(_ row: Row) -> Bool { only.map { row.id.contains($0) } ?? true }
}
