/// What the standard library's dictionary does with as many keys and values: the machine's yardstick.
package final class OfferDictionary {
    private var items: [String: [UInt8]] = [:]
    private let size: Int

    package init(size: Int, bytes: Int = 1000) {
        self.size = size
        for number in 0..<size { items[key(number)] = [UInt8](repeating: 7, count: bytes) }
    }

    package func get(_ number: Int) throws {
        guard items[key(number)]?.isEmpty == false else { throw WrongAnswer() }
    }

    package func put(_ number: Int) { items[key(number)] = [UInt8](repeating: 7, count: 1000) }

    private func key(_ number: Int) -> String { "SELLER#\(number / 100)|OFFER#\(number % 100)" }
}
