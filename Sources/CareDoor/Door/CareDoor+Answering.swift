import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// From a request to a response: language, card, session, open record, form token; then the route; then the page.
extension CareDoor {
    /// Bytes of a form with a file: 5 MB and a little.
    static let uploadLimit = BodyLimit(bytes: 5_400_000)

    /// Who is there, as far as the request got.
    private struct Presence {
        var stay: Stay?
        var chart: Chart?
        /// What may be offered on the record's pages; nil before it is known.
        var ways: EntryWays?
    }

    func answer(_ request: Request, _ context: CareContext, _ entrance: Entrance) async throws -> Response {
        let turn = try turn(request, context)
        var presence = Presence()
        var answer: Answer
        do {
            answer = try await go(turn, entrance, &presence)
        } catch let error as ServiceError {
            answer = Self.answer(to: error, handle: presence.chart?.handle, presence.ways)
            switch error {
            case .sessionEnded, .evidence:
                if let cookie = presence.stay?.cookie { charts.end(cookie) }
                presence = Presence()
            case .refused(let refusal) where refusal.code == DenialCode.blocked.rawValue:
                // The patient has refused since the record was opened: its menu offers what is left.
                if let stay = presence.stay, var chart = presence.chart {
                    chart.standing = .blocked
                    charts.open(chart, in: stay.cookie)
                    presence.chart = chart
                }
            case .incomplete: log.record(CareEvent.recordIncomplete, request: context.requestID)
            default: break
            }
        }
        return response(answer, turn, presence)
    }

    private func go(_ turn: Turn, _ entrance: Entrance, _ presence: inout Presence) async throws -> Answer {
        switch entrance {
        case .anyone(let act): return try await act(turn)
        case .reader(let act):
            presence.stay = try await stay(turn)
            return try await act(turn)
        case .form(let act):
            let form = try await turn.request.form()
            guard isGenuine(turn, form, cookie: turn.browser.isNew ? nil : turn.browser.id) else {
                return .trouble(.stale)
            }
            return try await act(turn, form)
        case .member(let act):
            guard let stay = try await stay(turn) else { return .trouble(.ended) }
            presence.stay = stay
            if let beyond = beyondBounds(turn, stay) { return beyond }
            return try await act(turn, stay)
        case .memberForm(let act):
            let form = try await turn.request.form()
            guard let stay = try await stay(turn) else { return .trouble(.ended) }
            presence.stay = stay
            guard isGenuine(turn, form, cookie: stay.cookie) else { return .trouble(.stale) }
            if let beyond = beyondBounds(turn, stay) { return beyond }
            return try await act(turn, stay, form)
        case .chart(let act):
            return try await consult(turn, &presence) { try await act(turn, $0) }
        case .chartForm(let act):
            let form = try await turn.request.form()
            return try await consult(turn, &presence) { consultation in
                isGenuine(turn, form, cookie: consultation.stay.cookie)
                    ? try await act(turn, consultation, form) : .trouble(.stale, handle: consultation.handle)
            }
        case .chartUpload(let act):
            // Nobody but who has the record open has megabytes read.
            return try await consult(turn, &presence) { consultation in
                let form: UploadForm
                do {
                    form = try await UploadForm(turn.request, limit: Self.uploadLimit)
                } catch UploadForm.Fault.tooLarge {
                    return .trouble(.tooLarge, handle: consultation.handle)
                } catch is UploadForm.Fault {
                    return .trouble(.bad, handle: consultation.handle)
                }
                return isGenuine(turn, form, cookie: consultation.stay.cookie)
                    ? try await act(turn, consultation, form) : .trouble(.stale, handle: consultation.handle)
            }
        }
    }

    /// The live session of the request: on the connection of its own card, or opened by an assertion.
    func stay(_ turn: Turn) async throws -> Stay? {
        guard let (cookie, token) = cookies.sessionToken(in: turn.request) else { return nil }
        let certificate = turn.certificate
        let session: CareSession
        do {
            session = try await service.careSession(token: token, certificate: certificate)
        } catch .sessionEnded {
            // A card that is out for a moment ends nothing.
            if certificate != nil { charts.end(cookie) }
            return nil
        } catch {
            throw error
        }
        return Stay(session: session, cookie: cookie, token: token, certificate: certificate, now: clock())
    }

    private func consult(
        _ turn: Turn,
        _ presence: inout Presence,
        _ act: (Consultation) async throws -> Answer
    ) async throws -> Answer {
        guard let stay = try await stay(turn) else { return .trouble(.ended) }
        presence.stay = stay
        if let beyond = beyondBounds(turn, stay) { return beyond }
        // A handle of another session, or of none, is no page.
        guard let handle = turn.parameters.get("handle"),
            let chart = charts.chart(handle, in: stay.cookie, now: stay.now)
        else { return .trouble(.notFound) }
        // A secret connection goes on until it is closed: no page of the same record is opened beside it.
        if chart.mode == .normal, !chart.isSecret, chart.bounds == nil,
            let secret = charts.secret(of: chart.record, in: stay.cookie)
        {
            charts.close(handle, in: stay.cookie)
            return .see(Paths.chart(secret.handle))
        }
        // An emergency ends: who goes on says again why.
        if let ends = chart.emergencyEnds, stay.now >= ends {
            charts.close(handle, in: stay.cookie)
            // There is no other mode to go on in.
            if stay.session.bounds != nil {
                service.endCareSession(token: stay.token)
                presence.stay = nil
                return .trouble(.ended)
            }
            let ordinary = self.chart(chart, mode: .normal, stay)
            charts.open(ordinary, in: stay.cookie)
            return .trouble(.emergencyEnded, handle: ordinary.handle)
        }
        presence.chart = chart
        let visit = try await visit(stay, chart)
        defer { service.leave(visit) }
        let ways = service.ways(EntryFacts(chart), visit)
        presence.ways = ways
        return try await act(Consultation(stay: stay, chart: chart, visit: visit, ways: ways))
    }

    /// One admission for one patient.
    func visit(_ stay: Stay, _ chart: Chart) async throws(ServiceError) -> Visit {
        try await visit(stay, chart.ins, mode: chart.mode, isSecret: chart.isSecret)
    }

    func visit(
        _ stay: Stay,
        _ ins: INS?,
        mode: AccessMode = .normal,
        isSecret: Bool = false
    ) async throws(ServiceError) -> Visit {
        try await service.admit(
            .careSession(
                CareSessionEvidence(
                    token: stay.token,
                    peerCertificate: stay.certificate,
                    patient: ins,
                    mode: mode,
                    isSecretConnection: isSecret
                )
            ),
            request: newID()
        )
    }

    private func turn(_ request: Request, _ context: CareContext) throws -> Turn {
        let query = try request.uri.query.map { query in
            do { return try FormFields(parsing: Array(query.utf8)) } catch { throw ServerKit.Refusal(.badRequest) }
        }
        let known = cookies.browser.value(in: request)
        guard let browser = known ?? OpaqueID(Base64URL.text(random(24))) else { throw ServerKit.Refusal(.unavailable) }
        return Turn(
            request: request,
            parameters: context.parameters,
            query: query,
            language: SpokenLanguage.of(request, query, cookies.language),
            path: request.uri.path,
            browser: (browser, known == nil),
            certificate: context.peer?.certificate,
            closeConnection: { context.closeSoon() }
        )
    }

    private func isGenuine(_ turn: Turn, _ form: some FilledForm, cookie: OpaqueID?) -> Bool {
        guard let cookie, let expected = OpaqueID(seal.formToken(for: cookie.description)) else { return false }
        let verdict = ForgeryGuard(origin: settings.origin)
            .judge(turn.request, submitted: form.only(Forms.tokenName), expected: expected)
        if case .refused(let reason) = verdict { log.record(CareEvent.formRefused, .reason(reason)) }
        return verdict == .genuine
    }

    static func answer(to error: ServiceError, handle: String?, _ ways: EntryWays?) -> Answer {
        switch error {
        case .sessionEnded, .replayed, .evidence: .trouble(.ended)
        case .notFound, .unknownPatient, .otherPatient: .trouble(.notFound, handle: handle)
        case .refused(let refusal):
            refusal.isSilent
                ? .trouble(.notFound, handle: handle) : .trouble(.refused(.init(refusal, ways)), handle: handle)
        case .conflict(let what): .trouble(.init(conflict: what), handle: handle)
        case .tooManyAttempts(let seconds): .trouble(.tooMany, handle: handle, wait: seconds)
        case .incomplete: .trouble(.incomplete, handle: handle)
        case .rejected: .trouble(.rejected, handle: handle)
        case .notAccepted, .weakSecret: .trouble(.bad, handle: handle)
        case .unavailable: .trouble(.paused, handle: handle)
        }
    }

    private func response(_ answer: Answer, _ turn: Turn, _ presence: Presence) -> Response {
        var response = answer.response { frame(turn, presence) }
        var given = answer.cookies
        if case .page(let page, _, _) = answer, let wait = (page as? TroublePage)?.wait {
            response.headers[.retryAfter] = "\(wait)"
        }
        if turn.browser.isNew, presence.stay == nil { given.append(cookies.browser.setting(turn.browser.id)) }
        if SpokenLanguage.asked(turn.query) != nil, let value = OpaqueID(turn.language.rawValue) {
            given.append(cookies.language.setting(value))
        }
        for cookie in given { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }

    private func frame(_ turn: Turn, _ presence: Presence) -> Frame {
        var frame = Frame(
            site: .care(
                assetPaths,
                isRehearsal: settings.domain == .rehearsal,
                menu: presence.stay.map { menu($0, presence.chart, presence.ways) } ?? []
            ),
            language: turn.language,
            path: turn.request.method == .get ? turn.path : Paths.home,
            visitor: presence.stay.map { visitor($0, presence.chart) },
            formToken: seal.formToken(for: (presence.stay?.cookie ?? turn.browser.id).description)
        )
        frame.isDiscreet = presence.stay != nil && cookies.discreet.value(in: turn.request) != nil
        return frame
    }

    private func menu(_ stay: Stay, _ chart: Chart?, _ ways: EntryWays?) -> [Place] {
        guard let chart else { return stay.session.bounds == nil ? [.patients, .situation, .help] : [.help] }
        if chart.bounds != nil { return boundMenu(chart, ways) }
        guard !stay.isDesk else {
            return [
                .patients, Place(path: Paths.chart(chart.handle), label: CareShellText.desk.phrase, icon: .heart),
                .chart(chart.handle, .leave),
            ]
        }
        guard chart.standing == .valid || chart.mode != .normal else {
            return [.patients] + (entryParts(chart, ways) + [.add, .announce, .leave]).map { .chart(chart.handle, $0) }
        }
        let isOffered = offersSecrecy(chart, on: ParisTime.civil(stay.now).date)
        return [.patients, .chart(chart.handle, nil)] + openParts(ways).map { .chart(chart.handle, $0) }
            + (isOffered ? [.chart(chart.handle, .secret)] : []) + [.chart(chart.handle, .leave)]
    }

    /// The menu of a session that an assertion has opened: the one record, and nothing to add to it (PDT-INF-606).
    private func boundMenu(_ chart: Chart, _ ways: EntryWays?) -> [Place] {
        guard chart.standing == .valid || chart.mode != .normal else {
            return (entryParts(chart, ways) + [.leave]).map { .chart(chart.handle, $0) }
        }
        let parts = openParts(ways).filter { $0 != .add } + [.leave]
        return [.chart(chart.handle, nil)] + parts.map { .chart(chart.handle, $0) }
    }

    /// The page of the consent, for whoever may state it or is told there that he is refused.
    private func entryParts(_ chart: Chart, _ ways: EntryWays?) -> [Paths.Part] {
        let isOffered = ways.map { $0.acts.contains(.declareAuthorisation) } ?? true
        return isOffered || chart.standing == .blocked ? [.consent] : []
    }

    /// The pages of an open record that its mode lets him see.
    private func openParts(_ ways: EntryWays?) -> [Paths.Part] {
        guard let ways else { return Place.careParts }
        return Place.careParts.filter { part in
            switch part {
            case .history: ways.acts.contains(.readHistory)
            case .authorisations: ways.acts.contains(.listAuthorisations)
            default: true
            }
        }
    }

    private func visitor(_ stay: Stay, _ chart: Chart?) -> Visitor {
        Visitor(
            label: chart.map { CareShellText.record(of: $0.traits.name, born: $0.traits.birthDate) }
                ?? CareShellText.actor(stay.actor),
            sheet: chart.map {
                ShellText.sheet(of: $0.traits.name, born: $0.traits.birthDate, on: ParisTime.civil(stay.now).date)
            },
            sessionEnds: stay.session.ends,
            idleMinutes: settings.idleMinutes,
            standing: chart.flatMap(Self.banner)
        )
    }
}
