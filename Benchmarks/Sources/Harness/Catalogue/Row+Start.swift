extension Row {
    package static let startInProcess = Row(
        .start, "in the process", .milliseconds,
        "from the first line of `main` of a fresh process to the record: making the engine, the table, a put, a get; by the clock",
        targets: [.figure(5, stretch: 2)])
    package static let startFromExec = Row(
        .start, "from exec", .milliseconds,
        "from the moment in which the process is started to that in which its answer is here: loading Swift's libraries and Foundation included; by the clock",
        peers: [.emptyProgram, .nodeStart, .pythonStart], targets: [.figure(5, stretch: 2)])

    static let startRows = [startInProcess, startFromExec]
}

extension Peer {
    package static let emptyProgram = Peer("empty Swift program", "The same program, which answers at once without touching the library: what loading costs.")
    package static let nodeStart = Peer("Node, empty", "`node -e` with a line that answers at once.")
    package static let pythonStart = Peer("Python, empty", "`python3 -c` with a line that answers at once.")
}
