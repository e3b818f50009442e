internal import CoreMetrics
internal import Synchronization

/// The counters and timers in use. Each is made once: a counter of fractions keeps what is below one to itself, so half units would be lost with
/// a new one each time.
final class Instruments: Sendable {
    private struct Key: Hashable {
        let label: String
        let dimensions: Dimensions
    }

    private struct Made: Sendable {
        var counters: [Key: Counter] = [:]
        var amounts: [Key: FloatingPointCounter] = [:]
        var timers: [Key: Timer] = [:]
    }

    private let factory: any MetricsFactory
    private let made = Mutex(Made())

    init(factory: any MetricsFactory) {
        self.factory = factory
    }

    func counter(_ label: String, _ dimensions: Dimensions) -> Counter {
        made.withLock {
            $0.counters.value(of: Key(label: label, dimensions: dimensions)) {
                Counter(label: label, dimensions: dimensions.pairs, factory: factory)
            }
        }
    }

    /// A counter of what is not whole.
    func amount(_ label: String, _ dimensions: Dimensions) -> FloatingPointCounter {
        made.withLock {
            $0.amounts.value(of: Key(label: label, dimensions: dimensions)) {
                FloatingPointCounter(label: label, dimensions: dimensions.pairs, factory: factory)
            }
        }
    }

    func timer(_ label: String, _ dimensions: Dimensions) -> Timer {
        made.withLock {
            $0.timers.value(of: Key(label: label, dimensions: dimensions)) {
                Timer(label: label, dimensions: dimensions.pairs, factory: factory)
            }
        }
    }
}

/// What tells the measurements of one metric apart.
struct Dimensions: Hashable {
    let pairs: [(String, String)]

    init(_ pairs: [(String, String)]) {
        self.pairs = pairs
    }

    static func == (left: Self, right: Self) -> Bool { left.pairs.elementsEqual(right.pairs, by: ==) }

    func hash(into hasher: inout Hasher) {
        for (name, value) in pairs {
            hasher.combine(name)
            hasher.combine(value)
        }
    }
}

extension Dictionary {
    fileprivate mutating func value(of key: Key, otherwise make: () -> Value) -> Value {
        if let value = self[key] { return value }
        let value = make()
        self[key] = value
        return value
    }
}
