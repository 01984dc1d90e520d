import Custody
import PageKit
import ServerKit

/// What goes along with a change of ways: those that its form showed, so that what changed meanwhile is not undone.
enum KnownFields {
    @HTMLBuilder static func nodes(_ known: ContactWays) -> [Node] {
        Forms.hidden(phoneName, known.phone ?? "")
        Forms.hidden(emailName, known.email ?? "")
    }

    /// The ways that a form showed; nil for one that does not say.
    static func ways(_ form: FormFields) -> ContactWays? {
        guard let phone = form.only(phoneName), let email = form.only(emailName) else { return nil }
        return ContactWays(phone: phone.isEmpty ? nil : phone, email: email.isEmpty ? nil : email)
    }

    private static let phoneName = "telephone-connu"
    private static let emailName = "courriel-connu"
}
