extension Row {
    package static let startInProcess = Row(
        .start, "in the process", .milliseconds,
        """
        from the first line of `main` of a fresh process to the record: making the engine, the table, a put, a \
        get; processor time, which is what the clock says where nobody else is at work
        """,
        peers: [.emptyProgram], targets: [.figure(5, stretch: 2)],
        remark: """
            three quarters of it are Swift's look-ups of metadata and conformances, each of which is done once in a process, and a third of it, \
            most of that among them, faults of pages that are touched for the first time.
            """)
    package static let startLinkedStatically = Row(
        .start, "from exec, linked statically", .milliseconds,
        """
        all processor time of such a process, from its start to its end, where it is linked with `--static-swift-stdlib`, as programs \
        for servers often are
        """,
        peers: [.emptyProgram], targets: [.figure(5, stretch: 2)],
        remark: "what the empty program takes, which is linked in the same way, is Swift's runtime and the kernel.")
    package static let startFromExec = Row(
        .start, "from exec", .milliseconds,
        """
        all processor time of such a process, from its start to its end: loading the libraries of Swift and the small part of \
        Foundation included
        """,
        peers: [.emptyProgram, .nodeStart, .pythonStart], targets: [.figure(5, stretch: 2)],
        remark: """
            nearly all of it is the loading of Swift's libraries, as the empty program shows; the row before is without. Done: of Foundation \
            only the part without ICU.
            """)

    static let startRows = [startInProcess, startLinkedStatically, startFromExec]
}

extension Peer {
    package static let emptyProgram = Peer(
        "empty Swift program",
        "The same program, which answers at once without touching the library: what loading costs.")
    package static let nodeStart = Peer("Node, empty", "`node -e` with a line that answers at once.")
    package static let pythonStart = Peer("Python, empty", "`python3 -c` with a line that answers at once.")
}
