extension Row {
    package static let generatedLines = Row(
        .generated, "lines per entity", .lines,
        "lines of generated code for an entity of 12 attributes and 4 access patterns",
        targets: [.figure(300)],
        remark: """
            each legal prefix of a sort key is a function with its comment, each attribute is there for the record, the draft, conditions and updates, \
            and this entity has three indexes with sort keys. The files of the examples have 188 and 236 lines on average.
            """)
    package static let generatedDebug = Row(
        .generated, "debug build, per entity", .seconds,
        """
        processor time of the compiler for one more of them in a module: the slope between a module of 2 and one \
        of 50
        """,
        targets: [.figure(0.4, stretch: 0.2)],
        remark: """
            the reference was measured on a record with codecs and four queries; ours has drafts, changes, conditions and updates besides. Done: \
            explicit types, one expression per statement, no literals that have to be searched for a type.
            """)
    package static let generatedRelease = Row(
        .generated, "release build, per entity", .seconds, "the same, optimized")

    static let generatedRows = [generatedLines, generatedDebug, generatedRelease]
}
