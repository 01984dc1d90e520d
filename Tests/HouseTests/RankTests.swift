import Testing

/// How many acts a record has seen says how many a reader may not know of: the rank of an event stays inside (design § 2, law 5).
@Suite struct RankTests {
    @Test(arguments: ["PortalDoor", "CareDoor", "XDSDoor", "PageKit", "Wording", "PrintedPages", "Messages"])
    func noDoorReadsTheRankOfATrace(room: String) {
        for source in HouseTests.sources where source.room == room {
            for (number, line) in source.lines.enumerated() {
                #expect(!line.contains(".sequence"), "\(source.file):\(number + 1)")
            }
        }
    }
}
