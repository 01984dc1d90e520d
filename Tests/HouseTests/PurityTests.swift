import Testing

/// Holds the rooms that only decide to it: nothing comes in but what they are given (docs/architecture.md, law 3).
@Suite struct PurityTests {
    /// The rooms that know neither clock, nor disk, nor chance.
    static let rooms: Set<String> = ["HealthRecord", "StrictJSON", "AccessRules"]

    /// What lies in the rules' own folder is read here, as the program starts; nothing is while it decides.
    static let reader = "AccessRules/RuleBook+Bundled.swift"

    /// Facts of form 1 are JSON, which is written and read in memory.
    static let coder = "AccessRules/Replay/DecisionFacts+Text.swift"

    /// The ways of reading a clock: Swift's, Foundation's, Dispatch's, the system's.
    static let clocks: Set<Substring> = [
        "Date", "Calendar", "TimeZone", "Timer", "ProcessInfo", "ContinuousClock", "SuspendingClock", "UTCClock",
        "Clock",
        "Task", "DispatchTime", "DispatchWallTime", "DispatchQueue", "CFAbsoluteTimeGetCurrent", "clock_gettime",
        "gettimeofday", "localtime", "localtime_r", "gmtime", "timespec_get", "clock",
    ]

    /// The ways of reading and writing elsewhere than in memory.
    static let files: Set<Substring> = [
        "FileManager", "FileHandle", "FileWrapper", "InputStream", "OutputStream", "Bundle", "URL", "URLSession",
        "UserDefaults", "Process", "Pipe", "contentsOf", "contentsOfFile", "fopen", "fread", "opendir", "mmap",
        "socket",
        "getenv", "setenv", "readLine", "print", "debugPrint", "dump",
    ]

    /// The ways of drawing by chance.
    static let chance: Set<Substring> = [
        "SystemRandomNumberGenerator", "UUID", "randomElement", "shuffle", "shuffled", "getrandom", "arc4random",
        "arc4random_uniform", "drand48", "rand",
    ]

    private static var sources: [HouseTests.Source] { HouseTests.sources.filter { rooms.contains($0.room) } }

    /// Without Foundation and the system's library there is no file, and no clock but Swift's own.
    @Test func twoFilesAloneImportMoreThanRooms() {
        let importing = Self.sources.filter { !Set($0.imports).isSubset(of: Self.rooms) }
        #expect(Set(importing.map(\.file)) == [Self.reader, Self.coder])
        for source in importing { #expect(Set(source.imports).subtracting(Self.rooms) == ["Foundation"]) }
    }

    @Test(arguments: PurityTests.rooms.sorted())
    func noClockNoFileNoChance(room: String) throws {
        let sources = Self.sources.filter { $0.room == room }
        try #require(!sources.isEmpty)
        for source in sources {
            var banned = Self.clocks.union(Self.chance).union(Self.files)
            // What it reads of: its own bundle, and nothing by a clock or by chance.
            if source.file == Self.reader { banned.subtract(["Bundle", "FileManager", "contentsOf"]) }
            for (number, line) in source.lines.enumerated() {
                for word in line.codeWords where banned.contains(word) {
                    Issue.record("\(source.file):\(number + 1) uses \(word)")
                }
            }
        }
    }

    /// Who decides cannot ask for the files again.
    @Test func nothingThatDecidesReadsTheResources() {
        for source in Self.sources where source.file != Self.reader {
            #expect(!source.lines.contains { $0.codeWords.contains("bundled") }, "\(source.file)")
        }
        #expect(Self.sources.contains { $0.file == Self.reader })
    }

    /// The words that are looked for are seen where they stand, and in comments and sentences they are not.
    @Test(
        arguments: [
            ("let now = Date.now", "Date"), ("let now = Date()", "Date"), ("    Data(contentsOf: file)", "contentsOf"),
            ("ContinuousClock().now", "ContinuousClock"), ("FileManager.default", "FileManager"),
            ("list.shuffled()", "shuffled"), ("/// Date()", nil), ("let reason = \"not a UUID\"", nil),
            ("values.append(contentsOf: more)", nil), ("let birthDate = 1", nil), ("return day // not Date()", nil),
        ] as [(String, Substring?)]
    )
    func aWordIsSeenWhereItIsUsed(line: String, word: Substring?) {
        let banned = Self.clocks.union(Self.chance).union(Self.files)
        #expect(line[...].codeWords.filter(banned.contains) == [word].compactMap(\.self))
    }
}

extension Substring {
    /// The words of a line of code: neither its comment, nor what stands in quotes, nor what lengthens a list.
    fileprivate var codeWords: [Substring] {
        guard !drop(while: { $0 == " " }).hasPrefix("//") else { return [] }
        let unquoted = split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")
        let code = unquoted.firstRange(of: "//").map { unquoted[..<$0.lowerBound] } ?? unquoted[...]
        return code.replacing("append(contentsOf:", with: "append(")
            .split { !($0.isLetter || $0.isNumber || $0 == "_") }
    }
}
