import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// From a request to a response: language, session, form token; then the route; then the page in its frame.
extension PortalDoor {
    func answer(
        _ request: Request,
        _ context: PortalContext,
        _ route: Route,
        _ allowance: NetworkAllowance
    ) async throws -> Response {
        let turn = try turn(request, context)
        let (counting, network) = (route.counting, context.remotePrefix)
        if let wait = allowance.take(counting, network, now: clock()) {
            return response(.trouble(.tooMany, wait: wait, back: Paths.wayBack[route.path]), turn, nil)
        }
        var stay: Stay?
        var answer: Answer
        do {
            switch route.entrance {
            case .anyone(let act): answer = try await act(turn)
            case .form(let act):
                let form = try await request.form()
                let cookie = turn.browser.isNew ? nil : turn.browser.id
                answer =
                    isGenuine(request, form.only(FormNames.token), cookie: cookie)
                    ? try await levelled { try await act(turn, form) } : .trouble(.stale)
            case .holder(let act):
                answer = try await visit(turn) { entered in
                    stay = entered
                    return try await act(turn, entered)
                }
            case .either(let act):
                answer = try await visitIfSignedIn(turn) { entered in
                    stay = entered
                    return try await act(turn, entered)
                }
            case .upload(let act):
                answer = try await visit(turn) { entered in
                    stay = entered
                    let form: UploadForm
                    do {
                        form = try await UploadForm(request, limit: Self.uploadLimit)
                    } catch UploadForm.Fault.tooLarge {
                        // Nothing was read of it, not even its proof: nothing is done but say so.
                        return try await act(turn, entered, nil)
                    } catch is UploadForm.Fault {
                        return .trouble(.bad)
                    }
                    return isGenuine(request, form.only(FormNames.token), cookie: entered.cookie)
                        ? try await act(turn, entered, form) : .trouble(.stale)
                }
            case .holderForm(let act):
                let form = try await request.form()
                do {
                    answer = try await visit(turn) { entered in
                        stay = entered
                        return isGenuine(request, form.only(FormNames.token), cookie: entered.cookie)
                            ? try await act(turn, entered, form) : .trouble(.stale)
                    }
                } catch ServiceError.sessionEnded {
                    stay = nil
                    answer = ended(request, form)
                }
            }
        } catch {
            let stopped = error as? StoppedChange
            guard let cause = stopped?.cause ?? (error as? ServiceError) else { throw error }
            answer = Self.answer(to: cause, after: stopped?.progress, back: Paths.wayBack[route.path])
            if case .sessionEnded = cause { stay = nil }
            // Behind the menu of a minor without an access of his own there is nothing but this same answer.
            if cause.isOfMinor { stay = nil }
            if case .incomplete = cause { log.record(PortalEvent.recordIncomplete, request: context.requestID) }
        }
        allowance.settle(counting, network, isMiss: answer.isRefusal)
        return response(answer, turn, stay)
    }

    /// Does what an entry page asks for; that it is refused is said no sooner to somebody unknown than to anybody else.
    private func levelled(_ act: () async throws -> Answer) async throws -> Answer {
        try await settings.refusalFloor.hold(by: settings.refusalClock, when: { $0.isRefusal }, act)
    }

    private func turn(_ request: Request, _ context: PortalContext) throws -> Turn {
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
            origin: .network(context.remotePrefix.bytes)
        )
    }

    /// The page of a session that has ended, with what was written in the form of it: nothing but this page still has it.
    ///
    /// Only of a form of that very session: another site's words are never shown as one's own.
    private func ended(_ request: Request, _ form: FormFields) -> Answer {
        let trouble = TroublePage.Trouble.ended
        guard let (cookie, _) = cookies.sessionToken(in: request),
            isGenuine(request, form.only(FormNames.token), cookie: cookie)
        else { return .trouble(trouble) }
        return .page(
            TroublePage(trouble: trouble, written: FormNames.texts.compactMap(form.only)),
            status: trouble.status
        )
    }

    private func isGenuine(_ request: Request, _ submitted: String?, cookie: OpaqueID?) -> Bool {
        guard let cookie, let expected = OpaqueID(seal.formToken(for: cookie.description)) else { return false }
        let verdict = ForgeryGuard(origin: settings.origin)
            .judge(request, submitted: submitted, expected: expected)
        if case .refused(let reason) = verdict { log.record(PortalEvent.formRefused, .reason(reason)) }
        return verdict == .genuine
    }

    /// A file of 5 MB and the fields beside it.
    static let uploadLimit = BodyLimit(bytes: 5_000_000 + 64 * 1024)

    /// Lets the holder in where there is a live session; anybody else comes as a stranger.
    private func visitIfSignedIn(_ turn: Turn, _ act: (Stay?) async throws -> Answer) async throws -> Answer {
        guard cookies.sessionToken(in: turn.request) != nil else { return try await act(nil) }
        do {
            return try await visit(turn, act)
        } catch ServiceError.sessionEnded {
            return try await act(nil)
        }
    }

    /// What the holder of the record that is open in this browser has decided; nil where none is, or none can be read now.
    ///
    /// For pages that everybody reads at any time, and that only choose their words by it.
    func openPolicy(_ turn: Turn) async -> RecordPolicy? {
        guard let (_, token) = cookies.sessionToken(in: turn.request) else { return nil }
        do {
            let visit = try await service.admit(.session(token: token), request: newID())
            defer { service.leave(visit) }
            return try await service.file(visit).policy
        } catch {
            return nil
        }
    }

    /// Lets the holder of the session in for the time of `act`.
    private func visit(_ turn: Turn, _ act: (Stay) async throws -> Answer) async throws -> Answer {
        guard let (cookie, token) = cookies.sessionToken(in: turn.request) else { return .trouble(.needed) }
        let visit = try await service.admit(.session(token: token), request: newID())
        defer { service.leave(visit) }
        let file = try await service.file(visit)
        return try await act(
            Stay(
                visit: visit,
                file: file,
                cookie: cookie,
                token: token,
                now: clock(),
                isDiscreet: cookies.discreet.value(in: turn.request)?.description == "oui"
            )
        )
    }

    /// The page that says why something was not done.
    ///
    /// - Parameters:
    ///   - progress: how far it came all the same.
    ///   - back: where to try again once one has waited.
    static func answer(to error: ServiceError, after progress: ChangeProgress? = nil, back: String? = nil) -> Answer {
        var page = TroublePage(trouble: trouble(of: error), progress: progress)
        if case .tooManyAttempts(let seconds) = error { (page.wait, page.back) = (seconds, back) }
        return .page(page, status: page.trouble.status)
    }

    private static func trouble(of error: ServiceError) -> TroublePage.Trouble {
        switch error {
        case .sessionEnded, .replayed, .evidence: .ended
        case .notFound, .unknownPatient, .otherPatient: .notFound
        case .refused(let refusal): refusal.isSilent ? .notFound : error.isOfMinor ? .minor : .refused
        // A list has a limit of its own, and so has one work.
        case .conflict(CustodyError.listFull), .conflict(CustodyError.tooManyChanges): .tooMuch
        case .conflict: .conflict
        case .tooManyAttempts: .tooMany
        case .incomplete: .incomplete
        case .notAccepted, .weakSecret, .rejected: .bad
        case .unavailable: .paused
        }
    }

    private func response(_ answer: Answer, _ turn: Turn, _ stay: Stay?) -> Response {
        var response = answer.response { frame(turn, stay) }
        var given = answer.cookies
        if case .page(let page, _, _) = answer {
            if page is any ScriptedPage { ContentPolicy.scriptedApplication.apply(to: &response) }
            if let wait = (page as? TroublePage)?.wait { response.headers[.retryAfter] = "\(wait)" }
        }
        if turn.browser.isNew, stay == nil { given.append(cookies.browser.setting(turn.browser.id)) }
        if SpokenLanguage.asked(turn.query) != nil, let value = OpaqueID(turn.language.rawValue) {
            given.append(cookies.language.setting(value))
        }
        for cookie in given { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }

    private func frame(_ turn: Turn, _ stay: Stay?) -> Frame {
        var frame = Frame(
            site: site,
            language: turn.language,
            path: turn.request.method == .get ? turn.path : Paths.home,
            visitor: stay.map {
                Visitor(
                    label: ShellText.recordOf($0.file.name.spoken),
                    sheet: ShellText.sheet(
                        of: $0.file.name,
                        born: $0.file.policy.birthDate,
                        on: ParisTime.civil($0.now).date
                    ),
                    sessionEnds: $0.now.advanced(bySeconds: Int64(settings.idleMinutes) * 60),
                    idleMinutes: settings.idleMinutes,
                    standing: standing($0),
                    menu: menu($0)
                )
            },
            formToken: seal.formToken(for: (stay?.cookie ?? turn.browser.id).description)
        )
        frame.isDiscreet = stay?.isDiscreet == true
        frame.isForAnother = stay?.isActing == true
        return frame
    }
}
