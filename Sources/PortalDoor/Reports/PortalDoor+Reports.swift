import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Reports (*signalements*) from pages 8, 18 and 22: kept as a request, traced, answered by the operator.
extension PortalDoor {
    func reportForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard may(.report, stay) else { return .trouble(.refused) }
        guard let (_, subject) = try await reported({ turn.asked($0) }, stay) else { return .trouble(.notFound) }
        return .page(ReportPage(subject: subject))
    }

    func report(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.report, stay) else { return .trouble(.refused) }
        guard let (about, subject) = try await reported({ form.only($0) ?? "" }, stay) else {
            return .trouble(.notFound)
        }
        let words = form.only(FormNames.words)?.trimmed ?? ""
        let reason = form.only(FormNames.choice).flatMap(ReportReason.init)
        var faults: [FieldFault] = []
        if words.unicodeScalars.count > HolderReport.mostText {
            faults.append(FieldFault(FormNames.words, ReportText.tooLong.phrase))
        }
        guard let reason, subject.reasons.contains(reason), faults.isEmpty else {
            if reason.map(subject.reasons.contains) != true {
                faults.insert(FieldFault(FormNames.choice, ReportText.reasonFault.phrase), at: 0)
            }
            let page = ReportPage(subject: subject, chosen: reason?.rawValue, words: words, faults: faults)
            return .page(page, status: .unprocessableContent)
        }
        _ = try await service.ask(.report(HolderReport(about: about, reason: reason, text: words)), stay.visit)
        return .see(Paths.reports + "?fait=oui")
    }

    /// What an address or a form names, as far as the one signed in sees it.
    private func reported(
        _ value: (String) -> String,
        _ stay: Stay
    ) async throws -> (about: ReportSubject, subject: ReportPage.Subject)? {
        if let id = UniqueID(value(FormNames.document)) {
            guard let entry = try await clinical(stay).first(where: { $0.id == id }) else { return nil }
            let about = ReportSubject.document(id)
            return (
                about,
                ReportPage.Subject(
                    kind: .document,
                    name: entry.title.isEmpty ? DocumentsPageText.noTitle.phrase : Phrase(verbatim: entry.title),
                    isForeign: true,
                    carried: [(FormNames.document, id.text)],
                    reasons: ReportReason.fitting(about),
                    back: Paths.document(id)
                )
            )
        }
        let handle = Handle(text: value(FormNames.professional))
        let events = try await events(stay)
        guard
            let one = KnownProfessional.all(in: stay.file.policy, events: events, at: stay.now, rules: rules)
                .first(where: { seal.handle(of: $0.subject, for: stay.holder) == handle })
        else { return nil }
        let moment = Int64(value(FormNames.moment)).map(Instant.init(milliseconds:))
        let event = events.first { event in
            if case .care(let care) = event.actor { event.time == moment && care.subject == one.subject } else { false }
        }
        guard let event else {
            // Nobody reports an access that his history does not hold.
            guard moment == nil else { return nil }
            let about = ReportSubject.professional(one.subject)
            return (
                about,
                ReportPage.Subject(
                    kind: .professional,
                    name: Phrase(verbatim: one.spoken),
                    isForeign: true,
                    carried: [(FormNames.professional, handle.text)],
                    reasons: ReportReason.fitting(about),
                    back: Paths.professional(handle)
                )
            )
        }
        let about = ReportSubject.access(one.subject, at: event.time)
        return (
            about,
            ReportPage.Subject(
                kind: .access,
                name: ReportText.access(one.spoken, DateText.moment(event.time)),
                isForeign: false,
                carried: [
                    (FormNames.professional, handle.text), (FormNames.moment, "\(event.time.milliseconds)"),
                ],
                reasons: ReportReason.fitting(about).filter { $0 != .notUrgent || event.isEmergency },
                back: Paths.history
            )
        )
    }

    func reports(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let entries = try await clinical(stay)
        let known = try await known(stay)
        let found = try await service.requests(stay.visit).reversed().compactMap { request -> ReportsPage.Line? in
            guard case .report(let report) = request.kind else { return nil }
            return ReportsPage.Line(
                reference: request.reference,
                when: DateText.moment(request.at),
                about: name(report.about, entries, known),
                reason: ReportText.reason(report.reason),
                standing: request.standing.report,
                settled: request.standing.settled.map { DateText.date($0) }
            )
        }
        return .page(
            ReportsPage(lines: found, notice: turn.asked("fait") == "oui" ? ReportText.sent.phrase : nil)
        )
    }

    private func name(_ about: ReportSubject, _ entries: [DocumentEntry], _ known: [KnownProfessional]) -> Phrase {
        func spoken(_ subject: CareSubject) -> String {
            (known.first { $0.subject == subject }
                ?? KnownProfessional(subject: subject, name: PersonName(family: "", given: ""))).spoken
        }
        switch about {
        case .document(let id):
            return entries.first { $0.id == id }.map {
                $0.title.isEmpty ? DocumentsPageText.noTitle.phrase : Phrase(verbatim: $0.title)
            } ?? ReportText.aDocument.phrase
        case .access(let subject, let moment): return ReportText.access(spoken(subject), DateText.moment(moment))
        case .professional(let subject): return Phrase(verbatim: spoken(subject))
        }
    }
}

extension HolderRequest {
    /// What people tell the help desk: the start of its identity.
    var reference: String { CodeGroups.grouped(String(id.text.prefix(8))) }
}

extension RequestStanding {
    fileprivate var report: ReportText {
        switch self {
        case .pending: .pending
        case .done: .done
        case .cancelled: .cancelled
        case .refused: .refused
        }
    }

    /// When it was answered.
    var settled: Instant? {
        switch self {
        case .pending: nil
        case .done(let at), .cancelled(let at), .refused(let at): at
        }
    }
}
