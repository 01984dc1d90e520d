import Custody
import PageKit
import ServerKit

/// The fields that the script fills, in base64url.
enum PasskeyForm {
    static let credential = "cle"
    static let client = "client"
    static let authenticator = "authentificateur"
    static let publicKey = "cle-publique"
    static let signature = "signature"
    static let user = "compte"

    static func names(isMaking: Bool) -> [String] {
        [credential, client, authenticator] + (isMaking ? [publicKey] : [signature, user])
    }

    /// A passkey that was made; nil for a form that no script has filled.
    static func made(_ form: FormFields, name: String) -> NewPasskey? {
        guard let credential = bytes(credential, form), let client = bytes(client, form),
            let data = bytes(authenticator, form), let key = bytes(publicKey, form)
        else { return nil }
        return NewPasskey(
            credential: credential,
            clientData: client,
            authenticatorData: data,
            publicKey: key,
            name: name
        )
    }

    /// What a passkey answered.
    static func answer(_ form: FormFields) -> PasskeyAnswer? {
        guard let credential = bytes(credential, form), let client = bytes(client, form),
            let data = bytes(authenticator, form), let signature = bytes(signature, form)
        else { return nil }
        return PasskeyAnswer(
            credential: credential,
            clientData: client,
            authenticatorData: data,
            signature: signature,
            user: bytes(user, form) ?? []
        )
    }

    private static func bytes(_ name: String, _ form: FormFields) -> [UInt8]? {
        guard let text = form.only(name), !text.isEmpty, let bytes = Base64URL.bytes(text), !bytes.isEmpty else {
            return nil
        }
        return bytes
    }
}
