import Entities
import Synchronization

/// The tables that were found last, for requests that come one after the other.
///
/// Threads have places of their own here, as far as there are enough, and what is in a place belongs to it alone: so threads that work on
/// the same table do not write to the same memory all the time to lock a catalog and to count references.
/// Only tables that are there to stay are kept; a change of the catalog empties all places before it is seen.
struct OpenTables: Sendable {
    private static let bits: UInt64 = 3

    /// A table under the name that it was asked for by.
    final class Entry: Sendable {
        let name: String
        let table: Table

        init(_ name: String, _ table: Table) {
            self.name = name
            self.table = table
        }
    }

    private final class Place: Sendable {
        let entry = Mutex<Entry?>(nil)
    }

    private let places: [Place] = (0..<(1 << Self.bits)).map { _ in Place() }

    /// The place of the thread: threads are told apart by where their stacks are.
    private var place: Place {
        var here: UInt8 = 0
        let address = withUnsafeMutablePointer(to: &here) { UInt64(UInt(bitPattern: $0)) }
        return places[Int(truncatingIfNeeded: ((address >> 18) &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))]
    }

    func find(_ name: String) -> Entry? {
        place.entry.withLock { entry in
            guard let found = entry, found.name == name else { return nil }
            return found
        }
    }

    /// Called while the catalog is locked, so that no table is kept that has been taken out of it.
    func keep(_ table: Table) -> Entry {
        let entry = Entry(table.name, table)
        place.entry.withLock { $0 = entry }
        return entry
    }

    /// Called while the catalog is locked.
    func forget() {
        for place in places { place.entry.withLock { $0 = nil } }
    }
}
