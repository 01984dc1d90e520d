import AccessRules
import HealthRecord
import SampleRecords
import Testing
import XDSWire

@testable import Custody
@testable import RecordService

extension HistoryScene {
    /// One step of the history by chance, held against the law; answers the name of what was permitted.
    func step() async throws -> String? {
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            try await time()
            return nil
        case 1: return try await feed()
        case 2, 3:
            let caller = try #require(callers.randomElement(using: &random))
            return try await file(by: caller)
        case 4, 5, 6:
            let caller = try #require(callers.randomElement(using: &random))
            let move = try #require(moves(of: caller).randomElement(using: &random))
            return try await play(move, caller.name, caller) { try await self.visit(caller) }
        default:
            let person = try #require(people.randomElement(using: &random))
            let move = try #require(moves(of: person).randomElement(using: &random))
            return try await play(move, "\(person)", nil) { try await self.visit(person) }
        }
    }

    /// How most records begin: a treating physician, leave for those who care, a first letter of each; steps like any other.
    func begin() async throws {
        for caller in callers where ["treating", "physicianWithLeave", "nurse"].contains(caller.name) {
            let leave = HistoryMove.wishes(office.service, about: caller, now: office.now)[0]
            let person = try #require(people.last)
            _ = try await play(leave, "\(person)", nil) { try await self.visit(person) }
            let role = HistoryMove.standing(office.service)[3]
            if caller.name == "treating" {
                _ = try await play(role, caller.name, caller) { try await self.visit(caller) }
            }
            _ = try await file(by: caller)
        }
    }

    /// A document by chance, or one that nobody has.
    private func anyDocument() throws -> OID {
        guard let one = documents.randomElement(using: &random), Int.random(in: 0..<8, using: &random) > 0 else {
            return try #require(OID("2.25.77709999"))
        }
        return one.id
    }

    private func moves(of caller: Caller) throws -> [HistoryMove] {
        let service = office.service
        let about = try anyDocument()
        let all = [HistoryMove.looking(service), HistoryMove.standing(service), HistoryMove.documents(service, about)]
        return try #require(all.randomElement(using: &random))
    }

    private func moves(of person: Person) throws -> [HistoryMove] {
        let service = office.service
        let about = try #require(callers.randomElement(using: &random))
        let all = [
            HistoryMove.looking(service), HistoryMove.documents(service, try anyDocument()),
            HistoryMove.wishes(service, about: about, now: office.now),
            HistoryMove.wishes(service, about: about, now: office.now),
        ]
        return try #require(all.randomElement(using: &random))
    }

    /// Does one move and holds it against the law.
    func play(
        _ move: HistoryMove,
        _ who: String,
        _ caller: Caller?,
        _ come: () async throws -> Visit
    ) async throws -> String? {
        let watchers = move.tendency == .withdraws ? watchers(3) : []
        let before = move.tendency == .withdraws ? try await views(watchers) : [:]
        let visit = try await come()
        let start = try await sequence()
        var isDone = false
        do { isDone = try await move.run(visit) } catch {}
        let added = try await events(after: start)
        let told: Comment = "\(who): \(move.name), \(isDone ? "done" : "not done"), \(added.map(\.act))"
        expectLawful(added, move, isDone: isDone, told)
        #expect(added.allSatisfy { $0.actor == visit.actor && $0.mode == visit.mode }, told)
        if let caller { expectBanned(caller, move, isDone: isDone, told) }
        note(move, added, isDone: isDone)
        if move.tendency == .withdraws { expectNarrower(before, try await views(watchers), told) }
        return isDone ? move.name : nil
    }

    /// Every permitted act has exactly one trace, a refused one leaves none that says it was permitted, and the rules answer
    /// again from each trace as they answered then.
    private func expectLawful(_ added: [TraceEvent], _ move: HistoryMove, isDone: Bool, _ told: Comment) {
        guard let act = move.act else {
            #expect(added.isEmpty, told)
            return
        }
        let own = added.filter { $0.act == act }
        #expect(added.allSatisfy { $0.act == act || move.beside.contains($0.act) }, told)
        #expect(own.count <= 1 && Set(added.map(\.act)).count == added.count, told)
        if isDone {
            #expect(own.count == 1 && own.allSatisfy { $0.outcome == .permitted }, told)
        } else {
            // To ask for a document that is not there is a reading of none.
            #expect(own.allSatisfy { $0.outcome == .refused || (act == .read && $0.documents.isEmpty) }, told)
        }
        expectReplay(added, told)
    }

    private func expectReplay(_ added: [TraceEvent], _ told: Comment) {
        for event in added {
            switch TracedDecision(event, in: book) {
            case .same: break
            case .conflict(let what):
                // What stands against it is no decision: the trace says what it was, and the act was not done.
                #expect(event.outcome == .refused && !what.isEmpty, told)
            case .limited: Issue.record("\(told): \(event.act) was refused beside the rules")
            case .undecided:
                guard case .system = event.actor else {
                    Issue.record("\(told): \(event.act) asked no rule")
                    continue
                }
            case .different(let decision): Issue.record("\(told): \(event.act) by \(event.rule), now \(decision.rule)")
            case .unknown(let error):
                Issue.record("\(told): \(event.act) cannot be replayed, \(String(describing: error))")
            }
        }
    }

    /// Those whom the law bans get nothing, and whom the holder blocked gets nothing of what is read.
    private func expectBanned(_ caller: Caller, _ move: HistoryMove, isDone: Bool, _ told: Comment) {
        if caller.isBanned, move.act != nil { #expect(!isDone, told) }
        guard blocked.contains(caller.actor.subject), caller.mode != .regulation, let act = move.act else { return }
        let closed: Set<TracedAct> = [
            .list, .readHistory, .listAuthorisations, .read, .mask, .unmask, .archive, .restore,
        ]
        if closed.contains(act) { #expect(!isDone, told) }
    }

    func expectNothingForTheBanned() async throws {
        let banned = Set(callers.filter(\.isBanned).map { Actor.care($0.actor) })
        let got = try await events(after: 0).filter { banned.contains($0.actor) && $0.outcome == .permitted }
        #expect(got.isEmpty, "\(got.map(\.act))")
    }

    /// What the test remembers beside the code under test.
    private func note(_ move: HistoryMove, _ added: [TraceEvent], isDone: Bool) {
        guard isDone, let act = move.act, let event = added.first(where: { $0.act == act }) else { return }
        switch move.name {
        case "block": if let subject = event.blocked { blocked.insert(subject) }
        case "unblock": if let subject = event.blocked { blocked.remove(subject) }
        default:
            for place in documents.indices where event.documents.contains(documents[place].entry) {
                switch move.name {
                case "mask": documents[place].isMasked = true
                case "unmask": documents[place].isMasked = false
                case "announce": documents[place].isHidden = false
                case "close to others": documents[place].isClosedToOthers = true
                case "open to others": documents[place].isClosedToOthers = false
                default: break
                }
            }
        }
    }
}

extension TraceEvent {
    /// Whom a block, or its end, names.
    fileprivate var blocked: CareSubject? {
        details["subject"].flatMap { text in ProfessionalID(text).map(CareSubject.person) }
    }
}
