import Crypto
import Foundation

/// Holds what a browser sends against what was asked (WebAuthn § 7.1, § 7.2); attestation is neither asked for nor believed.
struct PasskeyCheck: Sendable {
    let party: RelyingParty

    /// A credential that was made: what is kept of it.
    func made(
        _ new: NewPasskey,
        client: ClientData
    ) throws(PasskeyFault) -> (credential: [UInt8], key: PasskeyKey, counter: UInt32) {
        let data = try data(new.authenticatorData, client)
        guard let made = data.made, made.credential == new.credential else { throw .malformed }
        return (made.credential, try PasskeyKey(new.publicKey, madeAs: made.key), data.counter)
    }

    /// An answer of a key that is known; its counter for the next time.
    func answered(
        _ answer: PasskeyAnswer,
        client: ClientData,
        by key: PasskeyKey,
        counter kept: UInt32
    ) throws(PasskeyFault) -> UInt32 {
        let data = try data(answer.authenticatorData, client)
        let signed = answer.authenticatorData + Array(SHA256.hash(data: answer.clientData))
        guard key.isSigned(signed, by: answer.signature) else { throw .wrongSignature }
        // § 6.1.1: authenticators that do not count say nought for good.
        guard data.counter > kept || (data.counter == 0 && kept == 0) else { throw .copied }
        return data.counter
    }

    /// What both ceremonies have in common.
    private func data(_ bytes: [UInt8], _ client: ClientData) throws(PasskeyFault) -> AuthenticatorData {
        guard client.origin == party.origin else { throw .wrongOrigin }
        let data = try AuthenticatorData(bytes)
        guard SecretHash.isEqual(data.partyDigest, Array(SHA256.hash(data: Data(party.id.utf8)))) else {
            throw .wrongParty
        }
        guard data.isPresent else { throw .absent }
        guard data.isVerified else { throw .unverified }
        return data
    }
}
