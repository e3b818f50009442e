/// The set of all texts that a key can have: a regular language, as a nondeterministic automaton over bytes.
///
/// Built from the front: each `append` extends all texts so far.
struct KeyLanguage: Sendable {
    struct Edge: Sendable {
        var bytes: ByteSet
        var target: Int
    }

    /// By state: the moves that take a byte.
    private(set) var edges: [[Edge]] = [[]]
    /// By state: the moves that take none.
    private(set) var jumps: [[Int]] = [[]]
    /// The state in which all texts so far end.
    private(set) var end = 0

    /// The language of the empty text.
    init() {}

    private mutating func state() -> Int {
        edges.append([])
        jumps.append([])
        return edges.count - 1
    }

    private mutating func connect(_ from: Int, _ bytes: ByteSet, _ to: Int) {
        edges[from].append(Edge(bytes: bytes, target: to))
    }

    /// One byte of a set.
    mutating func append(_ bytes: ByteSet) {
        let next = state()
        connect(end, bytes, next)
        end = next
    }

    /// Exactly this text.
    mutating func append(_ text: some Sequence<UInt8>) {
        for byte in text { append(ByteSet(CollectionOfOne(byte))) }
    }

    /// `count` bytes of a set.
    mutating func append(_ bytes: ByteSet, count: Int) {
        for _ in 0..<count { append(bytes) }
    }

    /// Any of these texts.
    mutating func append(anyOf texts: [[UInt8]]) {
        let start = end
        let join = state()
        for text in texts {
            end = start
            append(text)
            jumps[end].append(join)
        }
        end = join
    }

    /// Any number of bytes of a set, and of sequences of such.
    mutating func append(repeating bytes: ByteSet, or sequences: [[ByteSet]] = [], atLeastOnce: Bool = false) {
        let loop = state()
        if atLeastOnce {
            connect(end, bytes, loop)
            for sequence in sequences { connect(sequence, from: end, to: loop) }
        } else {
            jumps[end].append(loop)
        }
        connect(loop, bytes, loop)
        for sequence in sequences { connect(sequence, from: loop, to: loop) }
        end = loop
    }

    private mutating func connect(_ sequence: [ByteSet], from: Int, to: Int) {
        var current = from
        for (offset, bytes) in sequence.enumerated() {
            let next = offset == sequence.count - 1 ? to : state()
            connect(current, bytes, next)
            current = next
        }
    }

    /// A byte of a set, or nothing.
    mutating func append(optional bytes: ByteSet) {
        let start = end
        append(bytes)
        jumps[start].append(end)
    }

    /// All texts that begin with one of these.
    var prefixes: KeyLanguage {
        var copy = self
        copy.append(repeating: .all)
        return copy
    }

    /// A shortest text that both languages have; nil if there is none.
    ///
    /// Complexity: the product of the numbers of states.
    func example(in other: KeyLanguage) -> [UInt8]? {
        struct Pair: Hashable {
            var own: Int
            var others: Int
        }
        let start = Pair(own: 0, others: 0)
        var reachedFrom: [Pair: (Pair, UInt8?)] = [:]
        // Two queues, by turns: jumps cost nothing, so that the example is a shortest one.
        var current = [start]
        var seen: Set<Pair> = [start]
        while !current.isEmpty {
            var next: [Pair] = []
            var index = 0
            while index < current.count {
                let pair = current[index]
                index += 1
                if pair.own == end, pair.others == other.end {
                    var text: [UInt8] = []
                    var step = pair
                    while let (before, byte) = reachedFrom[step] {
                        if let byte { text.append(byte) }
                        step = before
                    }
                    return text.reversed()
                }
                let jumped =
                    jumps[pair.own].map { Pair(own: $0, others: pair.others) }
                    + other.jumps[pair.others].map { Pair(own: pair.own, others: $0) }
                for target in jumped where seen.insert(target).inserted {
                    reachedFrom[target] = (pair, nil)
                    current.append(target)
                }
                for edge in edges[pair.own] {
                    for match in other.edges[pair.others] {
                        let target = Pair(own: edge.target, others: match.target)
                        guard !seen.contains(target), let byte = edge.bytes.intersection(match.bytes).example
                        else { continue }
                        seen.insert(target)
                        reachedFrom[target] = (pair, byte)
                        next.append(target)
                    }
                }
            }
            current = next
        }
        return nil
    }
}
