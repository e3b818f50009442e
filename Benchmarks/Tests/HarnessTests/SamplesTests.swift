import Harness
import Testing

@Suite("Samples") struct SamplesTests {
    @Test(
        "The median is the middle one, or lies between the middle two",
        arguments: [([3, 1, 2], 2), ([4, 1, 2, 3], 2.5), ([7], 7), ([], 0)] as [([Double], Double)])
    func median(values: [Double], expected: Double) {
        #expect(Samples(values).median == expected)
    }

    @Test("The spread is from the least to the greatest") func spread() {
        #expect(Samples([3, 1, 2]).spread == 1...3)
    }

    @Test("A ratio is made round by round, so that a round that was slow for both does not count") func pairedRatio() {
        let ratio = Samples([100, 50, 100]).ratio(to: Samples([10, 5, 10]), isHigherBetter: true)
        #expect(ratio.values == [10, 10, 10])
    }

    @Test("Where less is better, half as much is twice as good") func ratioOfTimes() {
        #expect(Samples([1, 2]).ratio(to: Samples([2, 4]), isHigherBetter: false).values == [2, 2])
    }

    @Test("Figures from elsewhere have no rounds: their median is taken") func unpairedRatio() {
        #expect(Samples([1, 2, 4]).ratio(to: Samples([8, 16]), isHigherBetter: false).values == [12, 6, 3])
    }

    @Test(
        "Figures have three significant digits",
        arguments: [(0.1234, "0.123"), (1.234, "1.23"), (12.34, "12.3"), (123.4, "123"), (12345, "12345"), (0, "0")])
    func text(value: Double, expected: String) {
        #expect(Figure.text(value) == expected)
    }

    @Test(
        "Units turn seconds per operation into figures",
        arguments: [
            (Unit.megabytesPerSecond, 0.5, 2e6, 4), (.thousandsPerSecond, 0.001, 1, 1), (.microseconds, 0.001, 1, 1000),
            (.millionItemsPerSecond, 0.0001, 100, 1), (.times, 1.9, 1, 1.9),
        ] as [(Unit, Double, Double, Double)])
    func figure(unit: Unit, measured: Double, amount: Double, expected: Double) {
        #expect(unit.figure(measured, amount: amount) == expected)
    }
}
