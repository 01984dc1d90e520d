import HealthRecord
import Testing

@testable import AccessRules

/// The whole table of answers, as it was approved: actor by actor and act by act a digest of what is answered to every
/// document, in every mode and situation, under every set.
///
/// The other suites say why; this one notices whatever changes. After a change that is meant, the failure prints the
/// actor's new line for `DecisionTable`.
@Suite struct DecisionTableTests {
    /// What may be the case round one question.
    private struct Situation {
        var policy: RecordPolicy
        var presence = HolderPresence.declared
        var secrecy = SessionSecrecy.ordinary
        var circumstances = Circumstances()
    }

    private func situations(_ set: String, _ subject: Subject) throws -> [Situation] {
        let base = try House.policy(set: set)
        let other = try House.care("10", number: 8, structure: 8)
        var leave = base
        var structure = base
        var expired = base
        var blocked = base
        var team = Situation(policy: base)
        var administered = Situation(policy: base)
        administered.circumstances.emergencySince = House.now
        if case .care(let actor) = subject {
            leave.authorisations = [House.leave(actor)]
            structure.authorisations = [House.leave(actor, subject: .structure(actor.structure.id))]
            expired.authorisations = [House.leave(actor, until: House.now)]
            blocked = leave
            blocked.blocks = [Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)]
            team.policy.authorisations = [House.leave(other)]
            team.circumstances.team = CareTeam(members: [other.subject, actor.subject])
            if let person = actor.person { administered.circumstances.administrators = [person] }
        }
        leave.emergency.opensMaskedDocuments = true
        var treating = leave
        treating.declareTreating(try House.person(1), by: .holder, at: House.now)
        treating.declareTreating(try House.person(9), by: .insurer, at: House.now)
        var opposed = base
        opposed.emergency = EmergencyWishes(refusesBreakGlass: true, refusesRegulation: true)
        var minor = try House.policy(House.child, set: set)
        minor.authorisations = leave.authorisations
        var situations = [
            Situation(policy: leave), Situation(policy: treating, presence: .absent), team, Situation(policy: minor),
        ]
        guard set == "mes2026" else { return situations }
        var limited = Situation(policy: base)
        limited.circumstances.mandate = Mandate(basis: .representation, limits: [.content])
        situations += [
            Situation(policy: base), Situation(policy: structure), Situation(policy: expired),
            Situation(policy: blocked), administered, Situation(policy: opposed, presence: .confirmed),
            Situation(policy: minor, secrecy: .secret), limited,
        ]
        let states: [RecordState] = [
            .open(internet: .awaitingActivation), .suspended(since: House.now),
            .closed(at: House.now, reason: .holderRequest), .closed(at: House.now, reason: .death),
        ]
        for state in states {
            var policy = leave
            policy.state = state
            situations.append(Situation(policy: policy))
        }
        return situations
    }

    private func resources(_ act: Act) throws -> [Resource] {
        let target = CareSubject.person(try House.person(9))
        guard act.takesDocument else { return [.record, .target(target)] }
        var facts = [
            House.document(), House.document("68599-0", classCode: "11"), House.document("no", classCode: "no"),
            House.document(.hiddenFromPatient, hiddenSince: Instant(milliseconds: 0)),
            House.document("EXPPAT_3", classCode: "90", origin: .holder), House.document("REMB", classCode: "60"),
            House.document([.maskedToProfessionals, .hiddenFromPatient]),
            House.document(.hiddenFromPatient, origin: .holder),
        ]
        var signature = House.document(.maskedToProfessionals)
        signature.typeCode = Code("E1762", "ASTM")
        facts.append(signature)
        for visibility in [
            Visibility.maskedToProfessionals, .hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection,
        ] {
            for relation in DocumentRelation.allCases { facts.append(House.document(visibility, relation: relation)) }
        }
        for status in AvailabilityStatus.allCases where status != .approved {
            facts += [
                House.document(status: status, relation: .author),
                House.document(.maskedToProfessionals, status: status),
                House.document(.hiddenFromPatient, status: status),
            ]
        }
        facts += [
            House.document(relation: .author), House.document(relation: .ownStructure),
            House.document("DOCPAT02", classCode: "42", relation: .author, origin: .holder),
            House.document("DOCPAT09", classCode: "95", origin: .service),
        ]
        return facts.map(Resource.document) + [.record, .target(target)]
    }

    /// FNV-1a, 32 bits: enough to notice, short enough to read.
    private func digest(_ decisions: some Sequence<Decision>) -> String {
        var hash: UInt32 = 0x811C_9DC5
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        }
        for decision in decisions {
            add(decision.rule.rawValue)
            add(decision.source.text)
            add(decision.denial.map { "\($0.code.rawValue)/\($0.remedy.rawValue)" } ?? "permit")
            hash = (hash ^ UInt32(decision.obligations.rawValue)) &* 0x0100_0193
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    private static let actors: [String] = ((try? UnclaimedTests.subjects()) ?? []).map(\.name)

    @Test(arguments: actors)
    func theAnswersAreThoseApproved(name: String) throws {
        let subject = try #require(try UnclaimedTests.subjects().first { $0.name == name }).subject
        let book = try #require(House.book)
        var line: [String] = []
        let situations = try PolicySetTests.names.flatMap { try self.situations($0, subject) }
        for act in Act.allCases {
            let resources = try resources(act)
            var decisions: [Decision] = []
            for situation in situations {
                for mode in OrderTests.modes {
                    var context = Context(
                        policy: situation.policy,
                        mode: mode,
                        now: House.now,
                        presence: situation.presence,
                        secrecy: situation.secrecy,
                        circumstances: situation.circumstances
                    )
                    context.circumstances.isRegulationCentre = true
                    for resource in resources {
                        decisions.append(
                            decide(subject: subject, act: act, resource: resource, context: context, ruleBook: book)
                        )
                    }
                }
            }
            line.append(digest(decisions))
        }
        let approved = DecisionTable.lines[name]?.split(separator: " ").map(String.init) ?? []
        let changed = zip(Act.allCases, line).enumerated().filter { place, pair in
            !approved.indices.contains(place) || approved[place] != pair.1
        }
        #expect(
            changed.isEmpty && approved.count == line.count,
            "\(name): \(changed.map(\.element.0)) changed\nDECISIONS \(name) \(line.joined(separator: " "))"
        )
    }
}
