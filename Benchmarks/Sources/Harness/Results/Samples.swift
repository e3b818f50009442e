/// What the rounds measured of one figure.
package struct Samples: Hashable, Sendable, Codable {
    package private(set) var values: [Double]

    package init(_ values: [Double] = []) { self.values = values }

    package init(from decoder: any Decoder) throws { values = try [Double](from: decoder) }
    package func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }

    package mutating func append(_ value: Double) { values.append(value) }

    package var isEmpty: Bool { values.isEmpty }

    /// The middle one, of an even number the mean of the middle two; 0 where nothing was measured.
    package var median: Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// From the least to the greatest.
    package var spread: ClosedRange<Double> { (values.min() ?? 0)...(values.max() ?? 0) }

    /// How many times as good these are as others, round by round where both are of the same rounds.
    package func ratio(to other: Samples, isHigherBetter: Bool) -> Samples {
        let pairs =
            values.count == other.values.count
            ? Array(zip(values, other.values)) : values.map { ($0, other.median) }
        return Samples(pairs.map { isHigherBetter ? $0 / $1 : $1 / $0 })
    }
}
