import Crypto
import Custody
import Foundation
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Pages 1 and 2: the card, and the situation in which its holder acts.
extension CareDoor {
    func connection(_ turn: Turn) async throws -> Answer {
        if try await isSignedIn(turn) { return .see(Paths.patients) }
        return try await cardPage(turn, situations: false)
    }

    func situation(_ turn: Turn) async throws -> Answer { try await cardPage(turn, situations: true) }

    func isSignedIn(_ turn: Turn) async throws -> Bool {
        do {
            return try await stay(turn) != nil
        } catch ServiceError.evidence {
            return false
        } catch {
            throw error
        }
    }

    /// What the card says, plainly; the holder's name is on the card that he holds.
    ///
    /// - Parameter arrival: the name of what software asked for and is shown after the sign-in.
    func cardPage(_ turn: Turn, situations: Bool, arrival: String? = nil) async throws -> Answer {
        guard let certificate = turn.certificate else {
            turn.closeConnection()
            return .page(ConnectionPage(card: .absent))
        }
        do {
            let holder: CareHolder = try await service.holder(ofCard: certificate)
            let options = holder.situations.map { (value: key($0), label: CareSignInText.situation($0)) }
            let usual = cookies.situation.value(in: turn.request)?.description
            let chosen = options.first { $0.value == usual }?.value
            guard situations || holder.situations.count > 1 else {
                return .page(ConnectionPage(card: .known(holder, key: options.first?.value ?? ""), arrival: arrival))
            }
            return .page(
                SituationPage(
                    options: options,
                    chosen: chosen ?? (options.count == 1 ? options.first?.value : nil),
                    isUsual: chosen != nil,
                    isDesk: holder.kind == .employee,
                    arrival: arrival
                )
            )
        } catch .evidence(let fault) {
            log.record(CareEvent.cardRefused)
            turn.closeConnection()
            return .page(
                ConnectionPage(card: .refused(CardText(rawValue: fault.code) ?? .notACard)),
                status: .forbidden
            )
        } catch {
            throw error
        }
    }

    func enter(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        guard let certificate = turn.certificate else { return .see(Paths.home) }
        let holder: CareHolder
        do {
            holder = try await service.holder(ofCard: certificate)
        } catch .evidence {
            return .see(Paths.home)
        } catch {
            throw error
        }
        guard let chosen = holder.situations.first(where: { key($0) == form.only(Names.situation) }) else {
            return .page(
                SituationPage(
                    options: holder.situations.map { (value: key($0), label: CareSignInText.situation($0)) },
                    chosen: nil,
                    isUsual: false,
                    isDesk: holder.kind == .employee,
                    arrival: arrival(form),
                    faults: [FieldFault(Names.situation, CareSignInText.situationFault.phrase)]
                ),
                status: .unprocessableContent
            )
        }
        // A session that is left for another situation ends.
        if let (old, token) = cookies.sessionToken(in: turn.request) {
            service.endCareSession(token: token)
            charts.end(old)
        }
        let token = try await service.beginCareSession(certificate: certificate, in: chosen)
        guard let cookie = cookies.setting(session: token) else { return .trouble(.paused) }
        var given = [cookie, cookies.browser.clearing]
        if form.isTicked(Names.keep), let usual = OpaqueID(key(chosen)) {
            given.append(cookies.setting(situation: usual))
        }
        return .see(arrival(form).map(Paths.arrival) ?? Paths.patients, cookies: given)
    }

    /// The name of what software asked for, if the form of the card carried one.
    private func arrival(_ form: FormFields) -> String? {
        form.only(Names.arrival).flatMap { UniqueID($0)?.text }
    }

    func signOut(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        service.endCareSession(token: stay.token)
        charts.end(stay.cookie)
        // What was read must not come back with the browser's own button (Clear Site Data § 3.1); the usual situation stays.
        let fields = HTTPField.Name("Clear-Site-Data").map { [HTTPField(name: $0, value: #""cache", "storage""#)] }
        return .see(Paths.goodbye, cookies: [cookies.session.clearing], fields: fields ?? [])
    }

    func goodbye(_ turn: Turn) -> Answer {
        turn.closeConnection()
        return .page(GoodbyePage())
    }

    func help(_ turn: Turn) -> Answer { .page(StaticPage(subject: .help, phone: settings.sheet.helpPhone)) }
    func accessibility(_ turn: Turn) -> Answer {
        .page(StaticPage(subject: .accessibility, phone: settings.sheet.helpPhone))
    }

    func siteMap(_ turn: Turn) -> Answer { .page(SiteMapPage()) }

    /// A situation's name in forms and in the cookie that keeps the usual one: a digest that lasts from start to start and
    /// names nobody.
    private func key(_ situation: CareActor) -> String {
        let text = ["dmp/pro/situation", situation.structure.id.text, situation.profession.matrixKey]
            .joined(separator: "\n")
        return String(Base64URL.text(Array(SHA256.hash(data: Data(text.utf8)))).prefix(22))
    }
}
