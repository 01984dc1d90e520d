import HTTPTypes
import Hummingbird
import PageKit
import ServerKit

/// The cookies of the portal: the session, the browser before one, a sign-in under way, the language.
struct Cookies: Sendable {
    let session: HostCookie
    let browser: HostCookie
    let challenge: HostCookie
    let language: HostCookie
    /// That secret and code were given a moment ago.
    let fresh: HostCookie
    /// Choices kept while a fresh code is asked for.
    let choice: HostCookie
    /// Choices as they stood before, to go back to.
    let earlier: HostCookie
    /// The session on one's own record, while somebody else's is open.
    let own: HostCookie

    /// The proof of an objection, until it is taken.
    let proof: HostCookie
    /// The key of a file that waits for its confirmation.
    let shelf: HostCookie
    /// That titles stay off the screen.
    let discreet: HostCookie

    init?() {
        guard let session = HostCookie("dmp"), let browser = HostCookie("dmp-formulaire"),
            let challenge = HostCookie("dmp-etape"), let language = HostCookie("dmp-langue"),
            let fresh = HostCookie("dmp-frais"), let choice = HostCookie("dmp-choix"),
            let earlier = HostCookie("dmp-avant"), let own = HostCookie("dmp-soi"),
            let shelf = HostCookie("dmp-fichier"), let proof = HostCookie("dmp-preuve"),
            let discreet = HostCookie("dmp-discret")
        else { return nil }
        self.session = session
        self.browser = browser
        self.challenge = challenge
        self.language = language
        self.fresh = fresh
        self.choice = choice
        self.earlier = earlier
        self.own = own
        self.shelf = shelf
        self.proof = proof
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

    /// The state of a sign-in under way, as it was sealed; longer than other cookies.
    func challengeText(in request: Request) -> String? { text(of: challenge, in: request) }

    /// The value of a cookie that is longer than others.
    func text(of cookie: HostCookie, in request: Request) -> String? {
        let prefix = cookie.name + "="
        let values = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
            .map { $0.drop { $0 == " " } }.filter { $0.hasPrefix(prefix) }
        guard values.count == 1, let value = values.first else { return nil }
        return String(value.dropFirst(prefix.count))
    }

    /// Gives the state of a sign-in under way; it is made of letters, digits, `-`, `_` and a dot.
    func setting(challenge text: String) -> String { setting(text, in: challenge) }

    /// Gives a cookie made of letters, digits, `-`, `_` and a dot.
    func setting(_ text: String, in cookie: HostCookie) -> String {
        "\(cookie.name)=\(text); Path=/; Secure; HttpOnly; SameSite=Strict"
    }
}
