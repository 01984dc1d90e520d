import Custody
import Foundation
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Pages 3 and 4: my patients, and finding one.
extension CareDoor {
    func patients(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let order = PatientOrder(rawValue: turn.asked(Names.sort)) ?? .name
        var page = try await patientsPage(stay, PatientChoice(order: order))
        page.context = context(turn.asked(Names.found), stay)
        if turn.asked(Names.done) == "rectification" { page.notice = CareRectificationText.sent.phrase }
        return .page(page)
    }

    /// The patient that software named for the dashboard.
    private func context(_ asked: String, _ stay: Stay) -> PatientsPage.Context? {
        if asked == Names.nobody { return .nobody }
        return charts.chart(asked, in: stay.cookie, now: stay.now).map { chart in
            let isKnown = chart.standing == .valid || stay.isDesk
            return .patient(
                chart.traits,
                path: isKnown ? Paths.chart(chart.handle) : Paths.chart(chart.handle, .consent),
                isKnown: isKnown
            )
        }
    }

    /// A name is never in an address: it comes in the body of the request.
    func narrowedPatients(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let order = form.only(Names.sort).flatMap(PatientOrder.init) ?? .name
        let name = String(form.text(Names.name).prefix(60))
        return .page(try await patientsPage(stay, PatientChoice(order: order, name: name)))
    }

    private func patientsPage(
        _ stay: Stay,
        _ choice: PatientChoice = PatientChoice(),
        ins: String = "",
        faults: [FieldFault] = []
    ) async throws -> PatientsPage {
        let patients = try await patientLines(choice, stay)
        let findsByTraits = try await findsByTraits(stay)
        let notices = try await notices(stay).map { notice in
            NoticeLine(id: notice.id, patient: notice.patient.spoken, matter: notice.matter, at: notice.at)
        }
        return PatientsPage(
            lines: patients?.lines,
            count: patients?.count ?? 0,
            notices: notices,
            choice: choice,
            offersRegulation: findsByTraits,
            ins: ins,
            faults: faults
        )
    }

    func search(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let text = form.text(Names.ins)
        guard let ins = INSEntry.read(text, settings.domain) else {
            let page = try await patientsPage(
                stay,
                ins: text,
                faults: [FieldFault(Names.ins, CarePatientsText.insFault.phrase)]
            )
            return .page(page, status: .unprocessableContent)
        }
        if let wait = tooMany(stay) { return wait }
        // Unknown and refused: one answer, one size, and no faster than another (security design § 5.4).
        let found = try await settings.searchFloor.hold(when: \.isNothing) { try await look(for: ins, stay) }
        switch found {
        case .nothing: return .page(NoRecordPage(), status: .notFound)
        case .shut(let shut): return .page(ClosedRecordPage(shut: shut), status: .conflict)
        case .open(let chart):
            let isKnown = chart.standing == .valid || stay.isDesk
            if !isKnown, let running = charts.emergency(of: chart.record, in: stay.cookie, now: stay.now) {
                return .see(Paths.chart(running.handle))
            }
            return .see(isKnown ? Paths.chart(chart.handle) : Paths.chart(chart.handle, .consent))
        }
    }

    /// What whoever searches too often is told; nil while he does not.
    func tooMany(_ stay: Stay) -> Answer? {
        let now = Int64(clamping: serverClock.monotonicNanoseconds() / 1_000_000)
        return switch searches.take(stay.actor.subject.text, at: now) {
        case .allowed: nil
        case .limited(let seconds): .trouble(.tooMany, wait: Int(clamping: seconds))
        }
    }

    /// The record of a patient as the professional may learn that it stands, by the act that tells his software (TD0.2).
    func look(for ins: INS, _ stay: Stay) async throws(ServiceError) -> Finding {
        let (visit, isSecret) = try await visitLooking(for: ins, stay)
        defer { service.leave(visit) }
        do {
            guard let found = try await service.standing(visit), let record = visit.record else { return .nothing }
            switch found.standing.state {
            case .suspended(let since): return .shut(Finding.Shut(since: since, reason: nil))
            case .closed(let moment, let reason): return .shut(Finding.Shut(since: moment, reason: reason))
            case .open: break
            }
            var chart = chart(
                of: ins,
                in: record,
                found.traits,
                standing: found.standing.authorisation,
                isTreating: found.standing.isTreatingPhysician,
                mode: visit.mode,
                isSecret: isSecret,
                previousAccess: found.standing.lastAccess,
                stay
            )
            chart.leaveWouldEnd = found.standing.leaveWouldEnd
            chart.policySet = found.standing.policySet
            charts.open(chart, in: stay.cookie)
            return .open(chart)
        } catch .refused, .unknownPatient {
            return .nothing
        } catch {
            throw error
        }
    }

    /// The admission of a search, and whether it is secret.
    ///
    /// Looking again for a minor whose secret connection is open is no access that others may read of, by whatever matricule.
    /// Nothing is done before it is admitted as such, and whether the matricule names the record is still the custodian's word:
    /// whoever may not know is answered as without.
    private func visitLooking(
        for ins: INS,
        _ stay: Stay
    ) async throws(ServiceError) -> (visit: Visit, isSecret: Bool) {
        if let bounds = stay.session.bounds {
            let visit = try await visit(stay, ins, mode: bounds.mode, isSecret: bounds.isSecretConnection)
            return (visit, bounds.isSecretConnection)
        }
        let plain = try await visit(stay, ins)
        guard let record = plain.record, charts.secret(of: record, in: stay.cookie) != nil else {
            return (plain, false)
        }
        service.leave(plain)
        return (try await visit(stay, ins, isSecret: true), true)
    }

    /// A record as a session has it open; the same one in the same mode has the same handle.
    func chart(
        of ins: INS,
        in record: UniqueID,
        _ traits: PatientTraits,
        standing: AuthorisationStatus,
        isTreating: Bool,
        mode: AccessMode = .normal,
        isSecret: Bool = false,
        previousAccess: Instant? = nil,
        _ stay: Stay
    ) -> Chart {
        let mark = [
            stay.cookie.description, record.text, mode.code, isSecret ? "secret" : "",
            mode == .normal ? "" : newID().text,
        ].joined(separator: "|")
        var chart = Chart(
            handle: seal.handle(ofText: mark, for: nil).text,
            record: record,
            ins: ins,
            traits: traits,
            mode: mode,
            isSecret: isSecret,
            standing: standing,
            isTreating: isTreating,
            previousAccess: previousAccess,
            seen: stay.now
        )
        chart.bounds = stay.session.bounds
        return chart
    }

    /// A text's name in the addresses of a record, whatever matricule led there: no name of a person stands in one.
    func mark(_ text: String, in chart: Chart) -> String {
        seal.handle(ofText: chart.record.text + "|" + text, for: nil).text
    }

    /// The same patient in another mode.
    func chart(_ chart: Chart, mode: AccessMode, _ stay: Stay) -> Chart {
        var other = self.chart(
            of: chart.ins,
            in: chart.record,
            chart.traits,
            standing: chart.standing,
            isTreating: chart.isTreating,
            mode: mode,
            previousAccess: chart.previousAccess,
            stay
        )
        other.policySet = chart.policySet
        return other
    }

    func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}

/// What a search finds, as far as the one who searches may know of it.
enum Finding: Sendable {
    /// No record, or none that he may know of.
    case nothing
    /// A record that nothing goes into or comes out of.
    case shut(Shut)
    case open(Chart)

    /// Since when and why; no reason is given for a suspension (interop § 2.4).
    struct Shut: Sendable {
        let since: Instant
        let reason: ClosureReason?
    }

    var isNothing: Bool {
        if case .nothing = self { true } else { false }
    }
}

/// A matricule as people type it, checked for its form and its key.
enum INSEntry {
    static func read(_ text: String, _ domain: IdentityDomain) -> INS? {
        let kept = text.uppercased().filter { $0.isLetter || $0.isNumber }
        guard kept.utf8.count == 15, let matricule = NIR(kept) else { return nil }
        switch domain {
        case .rehearsal: return INS(matricule, root: .test)
        case .production:
            let isWaiting = ["3", "4", "7", "8"].contains(kept.prefix(1))
            return INS(matricule, root: isWaiting ? .nia : .nir)
        }
    }
}

/// A day as people type it.
enum DayEntry {
    /// Longest text, in bytes: words between the numbers have no place in it.
    static let maximumLength = 20

    static func read(_ text: String) -> CalendarDate? {
        if let date = CalendarDate(text) { return date }
        let parts = text.split { !$0.isASCII || !$0.isNumber }.map(String.init)
        guard parts.count == 3, text.utf8.count <= maximumLength, let day = Int(parts[0]), let month = Int(parts[1]),
            parts[2].utf8.count == 4, let year = Int(parts[2])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
