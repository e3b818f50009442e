import Testing

@testable import Codegen

@Suite("Unified diffs")
struct UnifiedDiffTests {
    private func lines(_ range: ClosedRange<Int>, _ changed: [Int: [String]] = [:]) -> String {
        range.flatMap { number in changed[number] ?? ["\(number)"] }.map { $0 + "\n" }.joined()
    }

    @Test("Equal texts have none")
    func none() {
        #expect(UnifiedDiff.text(from: "a\n", to: "a\n", path: "f") == "")
    }

    @Test("Changes have three lines around them, and far ones hunks of their own")
    func hunks() {
        let new = lines(1...20, [4: ["four"], 18: []])
        #expect(
            UnifiedDiff.text(from: lines(1...20), to: new, path: "f") == """
                --- a/f
                +++ b/f
                @@ -1,7 +1,7 @@
                 1
                 2
                 3
                -4
                +four
                 5
                 6
                 7
                @@ -15,6 +15,5 @@
                 15
                 16
                 17
                -18
                 19
                 20
                """)
    }

    @Test("New and deleted files are compared with nothing")
    func wholeFiles() {
        #expect(
            UnifiedDiff.text(from: nil, to: "a\nb\n", path: "f") == "--- /dev/null\n+++ b/f\n@@ -0,0 +1,2 @@\n+a\n+b")
        #expect(UnifiedDiff.text(from: "a\n", to: nil, path: "f") == "--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a")
    }

    @Test("A missing line break at the end is a difference")
    func lineBreakAtEnd() {
        #expect(
            UnifiedDiff.text(from: "a", to: "a\n", path: "f")
                == "--- a/f\n+++ b/f\n@@ -1,2 +1 @@\n a\n-\\ No newline at end of file")
    }
}
