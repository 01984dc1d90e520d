import HealthRecord
import PageKit
import Wording

/// Turns events into lines for the holder, or for whoever acts for him.
struct HistoryTeller: Sendable {
    let entries: [DocumentEntry]
    let policy: RecordPolicy
    let holder: INS?
    let seal: Seal
    /// To whom they are told.
    var reader = TraceReader.holder
    /// Whether the reader may block somebody.
    var mayBlock: @Sendable (CareSubject) -> Bool = { _ in false }

    /// Whether titles stay off the screen.
    var hidesTitles = false

    /// The same with titles, for what is taken away as a file.
    var inFull: HistoryTeller {
        var teller = self
        teller.hidesTitles = false
        return teller
    }

    /// The most titles in one sentence.
    static let titles = 3

    /// Lines, like events of one day taken together, in the order given.
    func lines(_ events: [TraceEvent]) -> [AccessLine] {
        var order: [Likeness] = []
        var groups: [Likeness: [TraceEvent]] = [:]
        var copies = CopyRanks()
        // A lot's signature came with documents that have lines of their own.
        for event in events where !event.isAboutLotSignature {
            let key = Likeness(event, copy: copies.rank(of: event))
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(event)
        }
        return order.compactMap { key in groups[key].flatMap { key.copy == nil ? line($0) : copy($0) } }
    }

    /// One copy of the record: one line, with each document under it.
    private func copy(_ events: [TraceEvent]) -> AccessLine? {
        guard let event = events.first, events.count > 1 else { return line(events) }
        var line = line([event.with(events.dropFirst().flatMap(\.documents))])
        line?.others = events.map { event in
            HistoryText.copied(DateText.time(event.time), DocumentsText.object(titles: titles(event), count: 1))
        }
        line?.gathering = .documents
        return line
    }

    private func line(_ events: [TraceEvent]) -> AccessLine? {
        guard let event = events.first else { return nil }
        let told = tell(event)
        let known = event.documents.filter { id in entries.contains { $0.id == id && !$0.isLotSignature } }
        return AccessLine(
            sentence: told.sentence,
            remark: told.remark ?? agreement(event),
            isEmergency: event.mode != .normal,
            wasRefused: event.outcome == .refused,
            document: known.count == 1 ? known.first : nil,
            professional: professional(event.actor),
            mayBlock: isBlockable(event.actor),
            others: events.dropFirst().map { tell($0).sentence },
            moment: event.time
        )
    }

    /// The sentence of an event, with the titles of the documents that the holder may see.
    func tell(_ event: TraceEvent) -> TraceSentence {
        TraceSentence(event, titles: Array(titles(event).prefix(Self.titles)), reader: reader)
    }

    /// The titles of an event's documents that may be told.
    private func titles(_ event: TraceEvent) -> [String] {
        guard !hidesTitles else { return [] }
        let clinical = event.documents.filter { id in !entries.contains { $0.id == id && $0.isLotSignature } }
        return clinical.compactMap { id in entries.first { $0.id == id }?.title }.filter { !$0.isEmpty }
    }

    private func isBlockable(_ actor: Actor) -> Bool {
        guard case .care(let care) = actor else { return false }
        return !policy.blocks.contains { $0.subject == care.subject } && mayBlock(care.subject)
    }

    private func professional(_ actor: Actor) -> (handle: Handle, name: String)? {
        guard case .care(let care) = actor else { return nil }
        let name = NameText.titled(care)
        return (
            seal.handle(of: care.subject, for: holder), name.isEmpty ? NameText.structure(care.structure).french : name
        )
    }

    /// The agreement on which a reading rests, where it still stands.
    private func agreement(_ event: TraceEvent) -> Phrase? {
        guard event.act == .read, event.mode == .normal, event.outcome == .permitted,
            case .care(let care) = event.actor,
            let leave = policy.authorisations.filter({
                $0.subject == care.subject && $0.since <= event.time && $0.isValid(at: event.time)
            }).max(by: { $0.since < $1.since })
        else { return nil }
        let day = DateText.date(leave.since)
        return reader == .holder ? HistoryText.agreed(on: day) : ForAnother.agreed(on: day)
    }

    /// What makes events of one day alike.
    private struct Likeness: Hashable {
        let actor: Actor
        let act: TracedAct
        let mode: AccessMode
        let documents: [UniqueID]
        let outcome: TracedOutcome
        let day: CalendarDate
        let details: [String: String]
        /// Of which copy of the record it is a part; the documents of one are alike.
        let copy: Int?

        init(_ event: TraceEvent, copy: Int?) {
            self.copy = copy
            actor = event.actor
            act = event.act
            mode = event.mode
            documents = copy == nil ? event.documents : []
            outcome = event.outcome
            day = ParisTime.civil(event.time).date
            details = [.read, .list, .locate].contains(event.act) ? [:] : event.details
        }
    }
}

extension TraceEvent {
    /// Whether a professional or a structure acted.
    var isByCare: Bool {
        if case .care = actor { true } else { false }
    }

    /// Whether it was an emergency.
    var isEmergency: Bool { mode != .normal }
}
