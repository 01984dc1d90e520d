/// The log of a door about certificates refused in the handshake, which cost whoever shows them nothing.
///
/// Each reason has a line of its own, so that a flood of one hides no other.
struct RefusedPeers: Sendable {
    private let lines: [PeerRefusal: ThinnedLine<ServerEvent>]

    init(door: DoorName, tools: DoorTools) {
        let reasons = PeerRefusal.allCases.map { reason in
            (
                reason,
                ThinnedLine(ServerEvent.peerRefused, .door(door), .reason(reason), log: tools.log, clock: tools.clock)
            )
        }
        lines = Dictionary(uniqueKeysWithValues: reasons)
    }

    /// One more was refused.
    func note(_ reason: PeerRefusal) { lines[reason]?.record() }

    /// Writes the lines of minutes that are over, for as long as the door is open.
    func keepUp() async {
        while (try? await Task.sleep(for: .seconds(1))) != nil {
            for line in lines.values { line.keepUp() }
        }
    }

    /// Writes what has no line yet.
    func end() { for reason in PeerRefusal.allCases { lines[reason]?.end() } }
}
