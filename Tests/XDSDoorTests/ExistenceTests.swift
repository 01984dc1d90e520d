import DMPWire
import HealthRecord
import SampleRecords
import ServerKit
import Synchronization
import Testing

@testable import XDSDoor

/// Whoever the law shuts out cannot learn from TD0.2 who has a record, neither by its words nor by how long they take
/// (§ 1.2, CSP L1111-18; design § 2, law 5).
@Suite struct ExistenceTests {
    /// Somebody shut out: by his sector, by what he is, or by his era.
    struct Banned: Sendable, CustomTestStringConvertible {
        var who = "gp"
        var sector: String?
        var role: String?
        var era = "mes2026"
        var testDescription: String { [who, sector, role, era].compactMap(\.self).joined(separator: ", ") }
    }

    static let banned =
        ["SA11", "SA23", "SA24", "SA44", "SA45", "SA48"].map { Banned(sector: $0) }
        + ["ASSUR", "ALIM_AM"].map { Banned(role: $0) }
        + ["era2007", "era2011", "era2016"].map { Banned(who: "occupational", era: $0) }

    /// A clock that stands, and notes how long it was asked to wait.
    private final class Waiting: Sendable {
        let spells = Mutex<[Duration]>([])

        var clock: ServerClock {
            ServerClock(
                wallMilliseconds: { 0 },
                monotonicNanoseconds: { 1 },
                sleep: { spell in self.spells.withLock { $0.append(spell) } }
            )
        }
    }

    /// What TD0.2 says of a holder and of somebody without a record, and how long each answer was held.
    private func answers(_ banned: Banned) async throws -> (texts: [String], spells: [[Duration]]) {
        let waiting = Waiting()
        var settings = XDSDoorSettings()
        settings.refusalClock = waiting.clock
        var texts: [String] = []
        var spells: [[Duration]] = []
        try await World.with(settings, authorised: [], under: banned.era) { world in
            for key in ["jeanne", "paul"] {
                waiting.spells.withLock { $0 = [] }
                let ins = try world.patient(key).ins
                let sender = Ask.Sender(who: banned.who, patient: ins, sector: banned.sector, role: banned.role)
                let reply = try await world.send(Ask.patient(.existence, ins, sender, world))
                let text = reply.text.replacing(ins.matricule.text, with: "MATRICULE")
                texts.append("\(reply.status)\n\(Golden.normalised(reply.contentType))\n\(Golden.normalised(text))")
                spells.append(waiting.spells.withLock { $0 })
            }
        }
        return (texts, spells)
    }

    @Test(arguments: banned)
    func theBannedLearnOfNobody(banned: Banned) async throws {
        let (texts, spells) = try await answers(banned)
        #expect(texts.count == 2 && texts[0] == texts[1])
        #expect(texts.allSatisfy { $0.contains("PRPA_IN201308UV02") })
        #expect(spells == [[AnswerFloor().least], [AnswerFloor().least]])
    }

    /// The comparison can fail: a physician is told, and at once.
    @Test func whoMayAskIsTold() async throws {
        let (texts, spells) = try await answers(Banned())
        #expect(texts.count == 2 && texts[0] != texts[1])
        #expect(spells == [[], [AnswerFloor().least]])
    }
}
