extension Row {
    package static let cores = Row(
        .cores, "readers and writers on different partitions", .times,
        """
        how many times as many typed requests two tasks do as one, in the same time on the clock: three gets and a \
        put in turns, each task on its half of a table of 200 thousand items
        """,
        peers: [.separateDictionaries], targets: [.figure(1.7, stretch: 1.9)],
        remark: """
            the two cores are two threads of one processor that others use, too: two tasks that have nothing in common do not reach it either.
            """)

    static let coreRows = [cores]
}

extension Peer {
    package static let separateDictionaries = Peer(
        "dictionaries apart",
        """
        Two tasks against one, each on a dictionary of its own with nothing in common: what the machine gives, \
        others being at work on it too.
        """
    )
}
