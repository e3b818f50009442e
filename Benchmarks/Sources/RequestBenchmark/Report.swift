/// The table.
struct Report: CustomStringConvertible {
    /// Who did the work.
    enum Column: CaseIterable {
        case native, electroDBFormat, node
    }

    private let kinds: [Work.Kind]
    private var samples: [Work.Kind: [Column: Samples]] = [:]
    private var lengths: [Work.Kind: Int] = [:]

    init(_ kinds: [Work.Kind]) { self.kinds = kinds }

    mutating func add(_ microseconds: Double, _ kind: Work.Kind, _ column: Column) {
        samples[kind, default: [:]][column, default: Samples()].add(microseconds)
    }

    /// How many bytes a body has; the last one counts.
    mutating func note(_ length: Int, _ kind: Work.Kind) { lengths[kind] = length }

    var description: String {
        let head = Self.line(
            "CPU µs per call, median (best)", "bytes", "native keys", "ElectroDB's keys", "Node by hand",
            "ElectroDB 3.9.3",
            "ratio")
        return ([head] + kinds.map(line)).joined(separator: "\n") + "\n\n" + Self.note
    }

    private func line(_ kind: Work.Kind) -> String {
        func text(_ column: Column) -> String { samples[kind]?[column]?.description ?? "" }
        let peer = kind.electroDB
        let ratio = samples[kind]?[.electroDBFormat]?.best.map { Samples.text(peer.best / $0) + " ×" } ?? ""
        return Self.line(
            kind.title, lengths[kind].map { $0 > 0 ? String($0) : "" } ?? "", text(.native), text(.electroDBFormat),
            text(.node),
            "\(Samples.text(peer.best)) (medians \(Int(peer.medians.lowerBound)) to \(Int(peer.medians.upperBound)))",
            ratio)
    }

    private static func line(_ columns: String...) -> String {
        zip(columns, [33, 7, 16, 18, 16, 28, 8]).map { $0.padded(to: $1) }.joined()
    }

    private static let note = """
        Ours: from the typed call to the bytes of the body, in an executor that then reads an empty answer; parsing is from the answer's bytes to
        records. bytes: the body with ElectroDB's keys.
        ElectroDB: published by measurement of its params() and parse() on Node 20, on another machine of this kind, the best and the range of medians:
        not of this run, so that the ratio (its best by our best with its keys) is rough. It yields and takes JavaScript objects, not bytes, and
        leaves values and JSON to the SDK: ours does more.
        Node by hand: the parameters written out with template strings, and JSON.stringify, in this run: the least that any JavaScript can do.
        """
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
