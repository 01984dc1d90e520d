import HealthRecord
import Testing

@testable import CareDoor

/// What one person did within an hour is told together on a record's first page.
@Suite struct AccessVisitsTests {
    private static let anne = Actor.holder(PersonName(family: "Exemple", given: "Anne"))
    private static let paul = Actor.holder(PersonName(family: "Modèle", given: "Paul"))
    /// The beginning of an hour.
    private static let hour = Instant(milliseconds: 3_600_000 * 490_000)

    private static func event(
        _ act: TracedAct,
        _ documents: [UInt64] = [],
        by actor: Actor = anne,
        mode: AccessMode = .normal,
        outcome: TracedOutcome = .permitted,
        at seconds: Int64 = 0,
        details: [String: String] = [:]
    ) -> TraceEvent {
        TraceEvent(
            sequence: 1,
            time: hour.advanced(bySeconds: seconds),
            act: act,
            actor: actor,
            mode: mode,
            documents: documents.map { UniqueID(random: ($0, $0)) },
            outcome: outcome,
            rule: "authorisation.valid",
            policy: "mes2026@1",
            node: "node",
            request: UniqueID(random: (1, 2)),
            details: details
        )
    }

    /// What lines come to: the act, how many documents, the second.
    private static func lines(_ events: [TraceEvent]) -> [String] {
        AccessVisits.joined(events).map {
            "\($0.act.rawValue) \($0.documents.count) \($0.time.seconds(since: hour))"
        }
    }

    private static func line(_ act: TracedAct, _ documents: Int, _ seconds: Int64) -> String {
        "\(act.rawValue) \(documents) \(seconds)"
    }

    @Test func readThriceIsOneLineOfThreeDocuments() {
        let events = [
            Self.event(.read, [3], at: 90), Self.event(.list, at: 80), Self.event(.read, [2], at: 70),
            Self.event(.read, [1], at: 60), Self.event(.list, at: 50), Self.event(.readHistory, at: 50),
        ]
        #expect(Self.lines(events) == [Self.line(.read, 3, 90)])
        // One document read three times is one.
        let again = (0..<3).map { Self.event(.read, [7], at: 90 - $0) }
        #expect(Self.lines(again) == [Self.line(.read, 1, 90)])
    }

    /// A lot that software signs is one filing of its documents: its signature is told of nowhere.
    @Test func aLotsSignatureIsNoDocumentMore() {
        let signature = Self.event(
            .deposit,
            [9],
            at: 60,
            details: [TraceEvent.partKey: TraceEvent.lotSignature]
        )
        let letter = Self.event(.deposit, [1], at: 60)
        #expect(Self.lines([signature, letter]) == [Self.line(.deposit, 1, 60)])
        #expect(Self.lines([signature]).isEmpty)
        #expect(HistoryChoice().holds(letter) && !HistoryChoice().holds(signature))
    }

    @Test func looksAloneAreOneLook() {
        let events = [Self.event(.list, at: 9), Self.event(.readIdentity, at: 8), Self.event(.list, at: 7)]
        #expect(Self.lines(events) == [Self.line(.list, 0, 9)])
        #expect(Self.lines([]).isEmpty)
    }

    /// No change goes under in what was read beside it.
    @Test func eachChangeHasItsLine() {
        let events = [
            Self.event(.authorise, at: 9), Self.event(.read, [2], at: 8), Self.event(.deposit, [3], at: 7),
            Self.event(.read, [1], at: 6), Self.event(.authorise, at: 5),
        ]
        #expect(
            Self.lines(events) == [
                Self.line(.authorise, 0, 9), Self.line(.read, 2, 8), Self.line(.deposit, 1, 7),
                Self.line(.authorise, 0, 5),
            ]
        )
    }

    /// Another person, hour, mode or answer is another visit.
    @Test func whatIsNotOfOneVisitStaysApart() {
        let first = Self.event(.read, [2], at: 3600)
        for other in [
            Self.event(.read, [1], at: 3599), Self.event(.read, [1], by: Self.paul, at: 3600),
            Self.event(.read, [1], mode: .breakGlass(reason: "Coma"), at: 3600),
            Self.event(.read, [1], outcome: .refused, at: 3600),
        ] {
            #expect(AccessVisits.joined([first, other]) == [first, other])
        }
        let last = Self.event(.read, [1], at: 7199)
        #expect(Self.lines([last, first]) == [Self.line(.read, 2, 7199)])
        // Somebody else in between parts two visits of one person.
        let between = Self.event(.list, by: Self.paul, at: 3650)
        #expect(AccessVisits.joined([last, between, first]).count == 3)
    }
}
