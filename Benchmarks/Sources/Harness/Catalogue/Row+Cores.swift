extension Row {
    package static let cores = Row(
        .cores, "readers and writers on different partitions", .times,
        """
        how many times as many typed requests two tasks do as one, in the same time on the clock: three gets and a \
        put in turns, each task on its half of a table of 200 thousand items
        """,
        peers: [.separateDictionaries], targets: [.figure(1.7, stretch: 1.9)],
        remark: """
            the stripes' locks are apart; what both tasks share, most likely, is the counts of references to the schema, the table and its name, \
            which go back and forth between the cores. It is reached in some runs and not in others.
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
