import Entities

/// A table as it was a while ago: what reads see that do not ask for consistency, where the engine is set to that.
///
/// It follows the table by carrying out what was written to it, once the time has come: changes of one time, such as a
/// transaction's, all together. Items are shared, only their order is kept twice.
final class LaggingContents {
    private struct Write {
        let date: Date
        let key: ItemKey
        let new: EncodedItem?
        let size: Int
    }

    let contents: TableContents
    private let lag: Double
    private var writes: [Write] = []
    /// Where the first write is that has not been carried out.
    private var head = 0

    init(contents: TableContents, lag: Double) {
        self.contents = contents
        self.lag = lag
    }

    /// Takes note of what was written, to do the same later.
    func append(_ new: EncodedItem?, size: Int, at key: ItemKey, _ date: Date) {
        writes.append(Write(date: date, key: key, new: new, size: size))
    }

    /// Carries out what was written longer than the lag ago.
    func catchUp(to now: Date) {
        while head < writes.count, now.timeIntervalSince(writes[head].date) >= lag {
            let write = writes[head]
            head += 1
            contents.write(write.new, size: write.size, at: write.key, replacing: contents.items.find(write.key))
        }
        if head >= 64, head * 2 >= writes.count {
            writes.removeFirst(head)
            head = 0
        }
    }
}
