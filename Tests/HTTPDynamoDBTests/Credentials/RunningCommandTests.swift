import Testing

@testable import HTTPDynamoDBCore

#if os(macOS) || os(Linux)
@Suite("Commands") struct RunningCommandTests {
    @Test("A command line goes to the shell, whose output and status come back")
    func runs() async throws {
        let result = try await RunningCommand.run("printf '%s' \"a b\" | tr a c; exit 3", timeout: .seconds(60))
        #expect(result.status == 3)
        #expect(String(decoding: result.output, as: UTF8.self) == "c b")
    }

    @Test("More output than a pipe holds is read")
    func readsMuch() async throws {
        let result = try await RunningCommand.run("head -c 300000 /dev/zero", timeout: .seconds(60))
        #expect(result.output.count == 300_000)
    }

    @Test("A command that takes too long is ended")
    func endsInTime() async {
        await #expect(throws: CommandError.self) {
            try await RunningCommand.run("exec sleep 600", timeout: .milliseconds(20))
        }
    }

    @Test("Cancellation ends the command")
    func isCancelled() async {
        let task = Task { try await RunningCommand.run("exec sleep 600", timeout: .seconds(600)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
#endif
