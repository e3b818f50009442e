/// Records in the order of their numbers: added behind, dropped in front, both at flat cost.
struct RecordQueue {
    private var storage: [ChangeRecord?] = []
    /// Where the first record is; those before are gone.
    private var head = 0

    var count: Int { storage.count - head }
    var first: ChangeRecord? { head < storage.count ? storage[head] : nil }

    subscript(index: Int) -> ChangeRecord? { storage[head + index] }

    mutating func append(_ record: ChangeRecord) {
        storage.append(record)
    }

    mutating func removeFirst() {
        guard head < storage.count else { return }
        storage[head] = nil
        head += 1
        if head >= 64, head * 2 >= storage.count {
            storage.removeFirst(head)
            head = 0
        }
    }

    /// The place of the first record whose number is not below `number`.
    func lowerBound(_ number: SequenceNumber) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) >> 1
            if let record = self[middle], record.number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
