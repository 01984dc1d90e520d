import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
public import ServerKit

/// The address that a professional's software was given (TD0.10): good once, for the patient and in the mode of its assertion, in a
/// browser without a card.
///
/// Opening it shows a button and uses nothing up: a browser that looks ahead, or another site that leads there, opens no record.
extension CareDoor {
    var entryTable: [Route] {
        [Paths.entry("{token}"), Paths.entry("{token}") + "/{page}"].flatMap { path in
            [Route(.get, path, .anyone(offerEntry)), Route(.post, path, .form(takeEntry))]
        }
    }

    /// The address of an entry, by the custodian's secret; the name of one of TD0.9's pages may follow it.
    public static func entryAddress(at origin: WebOrigin, token: String) -> String {
        origin.description + Paths.entry(Base64URL.plain(token))
    }

    /// The same page for any secret: whether it is good is told to whoever uses it up.
    private func offerEntry(_ turn: Turn) async throws -> Answer {
        asked(turn) == nil ? .trouble(.notFound) : .page(EntryPage(path: turn.path))
    }

    private func takeEntry(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        guard let page = asked(turn), let name = turn.parameters.get("token").flatMap({ OpaqueID($0) }) else {
            return .trouble(.notFound)
        }
        guard let token = try await service.enter(by: Base64URL.padded(name.description)),
            let cookie = OpaqueID(Base64URL.plain(token)), let given = cookies.setting(session: token)
        else { return .page(EntryOverPage(), status: .gone) }
        // A session that is left for another ends.
        if let (old, oldToken) = cookies.sessionToken(in: turn.request) {
            service.endCareSession(token: oldToken)
            charts.end(old)
        }
        do {
            let session = try await service.careSession(token: token, certificate: turn.certificate)
            let stay = Stay(
                session: session,
                cookie: cookie,
                token: token,
                certificate: turn.certificate,
                now: clock()
            )
            let landed = try await land(stay)
            if case .open(let chart) = landed {
                return .see(path(to: page, of: chart, stay), cookies: [given, cookies.browser.clearing])
            }
            service.endCareSession(token: token)
            return landed.answer
        } catch {
            service.endCareSession(token: token)
            throw error
        }
    }

    /// The page that the address names; the summary where it names none, nil for a name that is none.
    private func asked(_ turn: Turn) -> DirectAccess? {
        guard let name = turn.parameters.get("page") else { return .record }
        return DirectAccess(rawValue: name).flatMap { DirectAccess.ofPatient.contains($0) ? $0 : nil }
    }

    /// The record, as far as the one who enters may know of it; in an emergency it is opened as such.
    private func land(_ stay: Stay) async throws -> Finding {
        guard let bounds = stay.session.bounds else { return .nothing }
        let found = try await settings.searchFloor.hold(when: \.isNothing) { try await look(for: bounds.patient, stay) }
        guard case .open(var chart) = found, bounds.mode != .normal else { return found }
        let visit = try await visit(stay, chart)
        defer { service.leave(visit) }
        chart.emergencyEnds = try await service.list(visit).emergencyEnds
        charts.open(chart, in: stay.cookie)
        return .open(chart)
    }

    /// The page that was asked for; the consent first where it is missing, and the desk for whoever reads no document.
    private func path(to page: DirectAccess, of found: Chart, _ stay: Stay) -> String {
        if stay.isDesk { return Paths.chart(found.handle) }
        guard found.standing == .valid || found.mode != .normal else {
            var chart = found
            chart.wanted = page
            charts.open(chart, in: stay.cookie)
            return Paths.chart(chart.handle, .consent)
        }
        return page.path(found.handle) ?? Paths.chart(found.handle)
    }

    /// What a session that an assertion has opened does not lead to: other patients, and other modes.
    func beyondBounds(_ turn: Turn, _ stay: Stay) -> Answer? {
        guard stay.session.bounds != nil else { return nil }
        let isOnRecord =
            turn.parameters.get("handle").map { handle in
                ![Paths.Part.emergency, .secret].contains { turn.path == Paths.chart(handle, $0) }
            } ?? (turn.path == Paths.signOut)
        guard !isOnRecord else { return nil }
        return .trouble(.oneRecord, handle: charts.latest(in: stay.cookie)?.handle)
    }
}

extension Finding {
    /// What is said where no record opens.
    fileprivate var answer: Answer {
        switch self {
        case .shut(let shut): .page(ClosedRecordPage(shut: shut), status: .conflict)
        case .nothing, .open: .page(NoRecordPage(), status: .notFound)
        }
    }
}
