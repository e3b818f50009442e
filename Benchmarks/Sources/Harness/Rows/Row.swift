/// A line of the table: what is measured, what it is set against, what is demanded.
package struct Row: Sendable {
    package let area: Area
    package let name: String
    package let unit: Unit
    /// What is done, in words for the page.
    package let measures: String
    /// In the order of the table. The first that is there is what `compare` compares by.
    package let peers: [Peer]
    package let targets: [Target]
    /// Where we are not ahead and why, what was tried; empty where there is nothing to say.
    package let remark: String

    package init(
        _ area: Area, _ name: String, _ unit: Unit, _ measures: String, peers: [Peer] = [], targets: [Target] = [],
        remark: String = ""
    ) {
        self.area = area
        self.name = name
        self.unit = unit
        self.measures = measures
        self.peers = peers
        self.targets = targets
        self.remark = remark
    }

    /// What names the row in files.
    package var id: String { "\(area.rawValue)/\(name)" }
}
