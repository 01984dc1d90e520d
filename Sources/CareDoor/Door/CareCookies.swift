import Hummingbird
import PageKit
import ServerKit

/// The cookies of the site: the session, the browser before one, the language, the usual situation, discretion.
struct CareCookies: Sendable {
    let session: HostCookie
    let browser: HostCookie
    let language: HostCookie
    let situation: HostCookie
    /// That titles stay off the screen.
    let discreet: HostCookie

    init?() {
        guard let session = HostCookie("dmp-pro"), let browser = HostCookie("dmp-pro-formulaire"),
            let language = HostCookie("dmp-langue"), let situation = HostCookie("dmp-pro-situation"),
            let discreet = HostCookie("dmp-pro-discret")
        else { return nil }
        self.session = session
        self.browser = browser
        self.language = language
        self.situation = situation
        self.discreet = discreet
    }

    /// The custodian's token of the session, from its cookie.
    func sessionToken(in request: Request) -> (cookie: OpaqueID, token: String)? {
        session.value(in: request).map { ($0, Base64URL.padded($0.description)) }
    }

    /// Gives the cookie of a session.
    func setting(session token: String) -> String? {
        OpaqueID(Base64URL.plain(token)).map(session.setting)
    }

    /// Keeps the usual situation for a year: its digest, which names nobody.
    func setting(situation: OpaqueID) -> String { self.situation.setting(situation) + "; Max-Age=31536000" }
}
