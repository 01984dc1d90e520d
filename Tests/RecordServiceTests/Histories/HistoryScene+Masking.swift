import HealthRecord
import SampleRecords
import Testing
import XDSWire

@testable import Custody
@testable import RecordService

extension HistoryScene {
    /// Somebody who comes by either door.
    enum Hand {
        case portal(Person)
        case software(Caller)

        var name: String {
            switch self {
            case .portal(let person): "\(person)"
            case .software(let caller): caller.name
            }
        }
    }

    /// What one reader gets: his list in its order, its lots, and every document that the history knows.
    struct Answer: Equatable {
        var entries: [DocumentEntry] = []
        var sets: [SubmissionSet] = []
        var refusal: String?
        var read: [String] = []

        /// The same without what is drawn anew in every record, in an order of its own.
        var lines: [String] {
            let entries = entries.map { entry in
                // A letter has the number that the life gave it, the holder's own document one drawn by the house.
                let name = entry.uniqueID.text.hasPrefix(Lots.numbers) ? entry.uniqueID.text : "own"
                return "\(name) \(entry.visibility.rawValue) \(entry.status) \(entry.size)"
            }
            return entries.sorted() + [refusal ?? ""] + read
        }
    }

    /// Everybody, those of the portal first.
    var hands: [Hand] { people.map(Hand.portal) + callers.map(Hand.software) }

    /// What everybody gets by either door, but the numbers of the changes.
    func everything() async throws -> [String: Answer] {
        var everything: [String: Answer] = [:]
        for hand in hands { everything[hand.name] = try await answer(to: hand) }
        return everything
    }

    /// One hand after another, the one who is named first, until somebody may; who did.
    func change(_ id: OID, _ change: DocumentChange, by first: Hand, _ others: [Hand] = []) async throws -> Hand? {
        for hand in [first] + others {
            let visit = try await visit(hand)
            do {
                _ = try await office.service.change(.uniqueIDs([id]), change, visit)
                for place in documents.indices where documents[place].id == id {
                    documents[place].isMasked = change == .mask
                }
                return hand
            } catch { continue }
        }
        return nil
    }

    /// A visible letter of a surgeon whom the first of the portal gave leave, as the treating physician has it.
    func plainLetter() async throws -> OID {
        for caller in callers where ["treating", "physicianWithLeave"].contains(caller.name) {
            let leave = HistoryMove.wishes(office.service, about: caller, now: office.now)[0]
            _ = try await play(leave, "\(people[0])", nil) { try await self.visit(self.people[0]) }
        }
        let surgeon = try #require(callers.first { $0.name == "physicianWithLeave" })
        #expect(try await file(by: surgeon, []) != nil)
        return try #require(documents.last).id
    }

    /// One step that leaves the standing of some documents alone, but may bring the last of them a new version.
    func step(sparing spared: inout [OID]) async throws -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            try await time()
            return "time"
        case 1:
            guard let id = try await newVersion(of: try #require(spared.last)) else { return "no version" }
            spared.append(id)
            return "version"
        case 2, 3:
            let caller = try #require(callers.randomElement(using: &random))
            return "\(caller.name): \(try await file(by: caller) ?? "files nothing")"
        case 4, 5:
            let person = try #require(people.randomElement(using: &random))
            let about = try #require(callers.randomElement(using: &random))
            let moves = HistoryMove.wishes(office.service, about: about, now: office.now)
            return try await done(try #require(moves.randomElement(using: &random)), by: .portal(person))
        default:
            let caller = try #require(callers.randomElement(using: &random))
            let others = documents.map(\.id).filter { !spared.contains($0) }
            guard let other = others.randomElement(using: &random) else { return "nothing else" }
            let moves = [
                HistoryMove.standing(office.service), HistoryMove.looking(office.service),
                HistoryMove.documents(office.service, other),
            ].joined()
            return try await done(try #require(moves.randomElement(using: &random)), by: .software(caller))
        }
    }

    private func done(_ move: HistoryMove, by hand: Hand) async throws -> String {
        var caller: Caller?
        if case .software(let one) = hand { caller = one }
        let done = try await play(move, hand.name, caller) { try await self.visit(hand) }
        return "\(hand.name): \(done ?? "not \(move.name)")"
    }

    func visit(_ hand: Hand) async throws -> Visit {
        switch hand {
        case .portal(let person): try await visit(person)
        case .software(let caller): try await visit(caller)
        }
    }

    private func answer(to hand: Hand) async throws -> Answer {
        var answer = Answer()
        let listing = try await visit(hand)
        do {
            let listed = try await office.service.list(listing)
            answer.entries = listed.entries.map(\.withoutChanges)
            answer.sets = listed.sets
        } catch { answer.refusal = "\(error)" }
        let reading = try await visit(hand)
        do {
            answer.read = try await office.service.read(documents.map(\.id), reading).map(\.text)
        } catch { answer.read = ["\(error)"] }
        return answer
    }

    /// The author's next version of a document of his; nil where he may not.
    private func newVersion(of old: OID) async throws -> OID? {
        let surgeon = try #require(callers.first { $0.name == "physicianWithLeave" })
        number += 1
        let found: [DocumentEntry]
        let looking = try await visit(surgeon)
        do { found = try await office.service.find(.uniqueIDs([old]), looking) } catch { return nil }
        guard let entry = found.first else { return nil }
        let letter = try Lots.letter(number, of: patient, by: surgeon.author, replacing: old)
        let lot = try Lots.lot([letter], number: number, replacing: [0: entry.entryUUID])
        let filing = try await visit(surgeon)
        do { _ = try await office.service.deposit(lot, filing) } catch { return nil }
        let event = try #require(try await events(after: 0).last { $0.act == .replace && $0.outcome == .permitted })
        documents.append(
            Known(
                id: letter.id,
                entry: try #require(event.documents.first),
                author: surgeon.author.id,
                depositedAt: office.now,
                isHidden: false,
                isClosedToOthers: false,
                isMasked: false
            )
        )
        return letter.id
    }
}

extension DocumentEntry {
    /// The entry as it would be, had nobody ever changed its standing.
    fileprivate var withoutChanges: DocumentEntry {
        var entry = self
        entry.entryUUID = id
        entry.metadataVersion = 1
        return entry
    }
}
