import Custody
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import Synchronization
import Testing

/// The register of incidents (GDPR article 33 and 34; CSP L1111-8-2; access and life cycle § 6).
@Suite struct IncidentTests {
    private let protection = Desk.certificate(.dataProtection)
    private let officer = Desk.certificate(.officer)
    private let words = "Une sauvegarde chiffrée a été volée. Personne ne peut la lire. Écrivez à dpo@essai.example."

    private func declare(
        _ desk: Desk,
        risk: IncidentRisk = .high,
        gravity: IncidentGravity = .serious,
        known: String = "2026-03-31T22:00Z",
        id: UniqueID? = nil
    ) async throws -> (status: Int, answer: OperatorAnswer) {
        try await desk.order(
            .incident,
            [
                .known: known, .touched: "Sauvegardes du 30 mars, 1 200 dossiers", .risk: risk.rawValue,
                .gravity: gravity.rawValue,
            ],
            lists: [.nature: ["confidentiality", "availability"]],
            by: Desk.certificate(.support),
            id: id
        )
    }

    private func register(_ desk: Desk) async throws -> [IncidentLine] {
        try #require(try await desk.order(.incidents, by: officer).answer.incidents)
    }

    @Test func fromTheDiscoveryToTheLastPersonTold() async throws {
        let desk = try Desk()
        let (jeanne, paul) = (try await desk.open("jeanne"), try await desk.open("paul"))
        let declared = try await declare(desk)
        let incident = try #require(declared.answer.result)
        #expect(declared.status == 200)
        let line = try #require(try await register(desk).first)
        #expect(line.incident.facts.natures == [.confidentiality, .availability])
        #expect(line.open == [.authority, .state, .persons] && line.overdue == [.state, .persons])
        #expect(line.authorityDue?.iso8601 == "2026-04-03T22:00:00.000Z")
        // Nobody tells people alone.
        let (id, before) = (desk.newID(), try await desk.news.count)
        let people = [jeanne, paul].map(\.ins.matricule.text)
        let first = try await desk.order(
            .incidentPersons,
            [.incident: incident, .words: words],
            lists: [.person: people],
            by: protection,
            id: id
        )
        #expect(first.status == 202)
        #expect(try await desk.news.count == before)
        let second = try await desk.order(
            .incidentPersons,
            [.incident: incident, .words: words],
            lists: [.person: people],
            by: officer,
            id: id
        )
        #expect(second.status == 200 && second.answer.traces?.count == 2)
        let told = try await desk.news.dropFirst(before)
        #expect(told.map(\.notice) == [.incident(at: desk.now), .incident(at: desk.now)])
        #expect(Set(told.map(\.ins)) == [jeanne.ins, paul.ins])
        for patient in [jeanne, paul] {
            let events = try await desk.history(patient, .tellIncident)
            #expect(events.count == 1 && events.first?.details[TraceEvent.wordsKey] == words)
            #expect(events.first?.details[TraceEvent.firstOperatorRoleKey] == "dataProtection")
        }
        for duty in IncidentDuty.allCases {
            let noted = try await desk.order(
                .incidentTold,
                [.incident: incident, .duty: duty.rawValue],
                by: protection
            )
            #expect(noted.status == 200)
            let again = try await desk.order(
                .incidentTold,
                [.incident: incident, .duty: duty.rawValue],
                by: protection
            )
            #expect(again.answer.fault?.element == "unchanged")
        }
        let done = try #require(try await register(desk).first)
        #expect(done.open.isEmpty && done.overdue.isEmpty && done.incident.records == 2)
    }

    /// GDPR article 33(1), 34(1); L1111-8-2: who has to be told goes by the risk and by how serious it is.
    @Test(arguments: IncidentRisk.allCases, IncidentGravity.allCases)
    func theDutiesGoByRiskAndGravity(risk: IncidentRisk, gravity: IncidentGravity) async throws {
        let desk = try Desk()
        _ = try await declare(desk, risk: risk, gravity: gravity)
        let open = try #require(try await register(desk).first).open
        #expect(open.contains(.authority) == (risk != .unlikely))
        #expect(open.contains(.persons) == (risk == .high))
        #expect(open.contains(.state) == (gravity == .serious))
    }

    /// A list with one person whom nobody knows tells nobody.
    @Test func oneUnknownMatriculeAndNobodyIsTold() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let incident = try #require(try await declare(desk).answer.result)
        let (id, before) = (desk.newID(), try await desk.news.count)
        for certificate in [protection, officer] {
            let reply = try await desk.order(
                .incidentPersons,
                [.incident: incident, .words: words],
                lists: [.person: [jeanne.ins.matricule.text, try desk.matricule("paul")]],
                by: certificate,
                id: id
            )
            #expect(reply.status == (certificate == protection ? 202 : 404))
        }
        #expect(try await desk.news.count == before)
        #expect(try await desk.history(jeanne, .tellIncident).isEmpty)
        #expect(try await register(desk).first?.incident.records == 0)
    }

    /// Told twice of one incident, a person hears of it once.
    @Test func nobodyIsToldTwice() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let incident = try #require(try await declare(desk).answer.result)
        let before = try await desk.news.count
        for _ in 0..<2 {
            let id = desk.newID()
            for certificate in [protection, officer] {
                _ = try await desk.order(
                    .incidentPersons,
                    [.incident: incident, .words: words],
                    lists: [.person: [jeanne.ins.matricule.text, jeanne.ins.matricule.text]],
                    by: certificate,
                    id: id
                )
            }
        }
        #expect(try await desk.news.count == before + 1)
        #expect(try await desk.history(jeanne, .tellIncident).count == 1)
    }

    @Test func theSameOrderDeclaresOnce() async throws {
        let desk = try Desk()
        let id = desk.newID()
        let (first, second) = (try await declare(desk, id: id), try await declare(desk, id: id))
        #expect(first.answer.standing == .done && second.answer.standing == .doneBefore)
        #expect(try await register(desk).count == 1)
    }

    @Test(arguments: ["2026-04-01T00:00Z", "2026-03-31", "2026-03-31T24:00Z", "2026-02-30T10:00Z", "hier"])
    func aMomentThatIsNoneOrNotYetIsRefused(known: String) async throws {
        let desk = try Desk()
        #expect(try await declare(desk, known: known).answer.fault?.element == "known")
    }

    /// GDPR article 33(4), 33(5): effects, measures and what becomes known later are added, each by whoever may declare.
    @Test func whatBecomesKnownLaterIsWrittenBeside() async throws {
        let desk = try Desk()
        let incident = try #require(try await declare(desk, risk: .likely, gravity: .ordinary).answer.result)
        let said: [(IncidentAspect, OperatorRole, String)] = [
            (.effects, .support, "Un dossier a pu être lu."), (.measures, .officer, "La clé a été changée."),
            (.facts, .dataProtection, "Il s’agit de la sauvegarde du 29 mars."),
            (.effects, .support, "Aucun n’a été lu."),
        ]
        for (aspect, role, words) in said {
            let id = desk.newID()
            for standing in [OperatorAnswer.Standing.done, .doneBefore] {
                let reply = try await desk.order(
                    .incidentNote,
                    [.incident: incident, .aspect: aspect.rawValue, .words: words],
                    by: Desk.certificate(role),
                    id: id
                )
                #expect(reply.status == 200 && reply.answer.standing == standing, "\(words)")
            }
        }
        let line = try #require(try await register(desk).first)
        let kept = line.incident.notes.map(\.statement)
        #expect(kept == said.map { IncidentStatement($0.0, words: $0.2, by: $0.1) })
        #expect(line.incident.notes.allSatisfy { $0.at == desk.now })
        // Neither the facts nor the duties move by it.
        #expect(line.incident.facts.touched == "Sauvegardes du 30 mars, 1 200 dossiers" && line.open == [.authority])
    }

    @Test(arguments: [
        (VerbField.aspect, "cause", 400, "aspect"), (.aspect, "", 400, "aspect"), (.words, "  ", 400, "words"),
        (.words, "a\nb", 400, "words"), (.words, "a\u{1B}[2Jb", 400, "words"), (.incident, "1", 400, "incident"),
        (.incident, Desk.someID.text, 409, "unknown"),
    ])
    func anEntryThatIsNoneIsRefused(field: VerbField, text: String, status: Int, element: String) async throws {
        let desk = try Desk()
        let incident = try #require(try await declare(desk).answer.result)
        var fields: [VerbField: String] = [.incident: incident, .aspect: "effects", .words: "Rien n’a été lu."]
        fields[field] = text
        let reply = try await desk.order(.incidentNote, fields, by: protection)
        #expect(reply.status == status && reply.answer.fault?.element == element)
        #expect(try await register(desk).first?.incident.notes.isEmpty == true)
    }

    @Test func anIncidentThatIsNotThereIsNone() async throws {
        let desk = try Desk()
        let told = try await desk.order(
            .incidentTold,
            [.incident: Desk.someID.text, .duty: "state"],
            by: protection
        )
        #expect(told.status == 409 && told.answer.fault?.element == "unknown")
    }

    /// A list of people is longer than other lists, and has its end.
    @Test(arguments: [-1, 0, 1])
    func aListOfPeopleHasItsEnd(beyond: Int) async throws {
        let desk = try Desk()
        let incident = try #require(try await declare(desk).answer.result)
        let count = OperatorDoor.peopleLimit + beyond
        let reply = try await desk.order(
            .incidentPersons,
            [.incident: incident, .words: words],
            lists: [.person: Array(repeating: try desk.matricule("jeanne"), count: count)],
            by: protection
        )
        #expect(reply.status == (beyond > 0 ? 400 : 202))
        #expect(reply.answer.fault?.code == (beyond > 0 ? .badJSON : nil))
    }

    /// Neither the register's list nor the log names a person.
    @Test func theRegisterNamesNobody() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let incident = try #require(try await declare(desk).answer.result)
        let id = desk.newID()
        for certificate in [protection, officer] {
            _ = try await desk.order(
                .incidentPersons,
                [.incident: incident, .words: words],
                lists: [.person: [jeanne.ins.matricule.text]],
                by: certificate,
                id: id
            )
        }
        let list = try await desk.order(.incidents, by: Desk.certificate(.auditor)).answer.json
        let text = String(decoding: list, as: UTF8.self) + desk.lines.withLock { $0 }
        #expect(!text.contains(jeanne.ins.matricule.text) && !text.contains(jeanne.traits.birthFamilyName))
    }
}
