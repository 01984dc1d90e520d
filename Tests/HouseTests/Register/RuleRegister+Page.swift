/// The register as a page.
extension RuleRegister {
    var page: String {
        let counts = State.allCases.map { state in "\(lines.count { $0.state == state }) \(state.rawValue)" }
        var parts = [
            """
            # Register of rules

            Each rule of the reference *access rules and life cycle*, sections 1 to 7 and 10, that binds a server such as this, in the
            house's own words; then the transactions of the reference *interoperability*, the assertion that goes with them, and pages of
            the two sites as *identity and experience* lists them. Each has its source as the reference names it and the test that shows it.
            Written from `Tests/HouseTests/Register/rules.csv` by a test, which fails when a test named here is gone or does not cite the
            section, the article, the transaction or the page, when a rule that traces can name or a key of the sets has no line, and when
            this page is stale.

            \(lines.count) rules: \(counts.joined(separator: ", ")).

            - **held**: the tests named show it. `Room/File/test` is `Tests/RoomTests/…/File.swift`; `foreign` drives a whole DMP from
              outside, in Python.
            - **era description**: says what an era was or what somebody else must do; a server decides nothing by it.
            - **not built**: binds, and is not there.
            """
        ]
        var section = ""
        for line in lines {
            if line.section != section {
                section = line.section
                parts.append(
                    "\n## \(section)\n\n| | rule | source | state | shown by, or why not | goes with |\n|---|---|---|---|---|---|"
                )
            }
            let shown = line.state == .held ? line.tests.map { "`\($0)`" }.joined(separator: " ") : line.shown
            let names = line.names.map { "`\($0)`" }.joined(separator: " ")
            let state = line.state?.rawValue ?? ""
            parts.append("| \(line.id) | \(line.rule) | \(line.source) | \(state) | \(shown) | \(names) |")
        }
        parts.append(
            """

            ## Keys that describe an era

            These keys of the sets say what an era was; no code reads them. Every other key is read outside `AccessRules/Policy`, which
            a test checks in the sources.

            | key | why |
            |---|---|
            """
        )
        parts += eraKeys.map { "| `\($0.key)` | \($0.reason) |" }
        parts.append(
            """

            ## Words that change nothing

            These keys are read, and these words of theirs are not: a set that names one is as one without it. Every other word is
            read, or is what a key of one word means where none of the others stands; a test checks it in the sources.

            | key | word | why |
            |---|---|---|
            """
        )
        parts += idleWords.map { "| `\($0.key)` | `\($0.word)` | \($0.reason) |" }
        return parts.joined(separator: "\n") + "\n"
    }
}
