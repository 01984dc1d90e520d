import Custody
import HealthRecord
import PageKit
import ServerKit
import Wording

/// The fields of a proof of a way to be reached: what goes along, and the code to be written.
enum ProofFields {
    /// The fields of one proof; the destination is masked.
    @HTMLBuilder static func nodes(
        _ proof: ChannelProof,
        to destination: String,
        _ frame: Frame,
        _ faults: [FieldFault]
    ) -> [Node] {
        Forms.hidden(tokenName(proof.channel), proof.token)
        Forms.hidden(untilName(proof.channel), "\(proof.expires.milliseconds)")
        Forms.hidden(destinationName(proof.channel), destination)
        Field(
            name: codeName(proof.channel),
            label: AccountText.codeSent(bySMS: proof.channel == .sms, to: destination),
            hint: FieldText.codeHint.phrase,
            autocomplete: "one-time-code",
            inputMode: "numeric",
            width: "short code",
            maximum: 12
        ).node(frame, faults)
    }

    /// The proofs of a form that comes back.
    static func proofs(_ form: FormFields) -> [ChannelProof] {
        [ContactKind.sms, .email].compactMap { kind in
            guard let token = form.only(tokenName(kind)), !token.isEmpty,
                let until = form.only(untilName(kind)).flatMap(Int64.init)
            else { return nil }
            return ChannelProof(
                token: token,
                channel: kind,
                maskedDestination: form.only(destinationName(kind)) ?? "",
                expires: Instant(milliseconds: until)
            )
        }
    }

    /// A proof with the digits that were typed for it.
    static func typed(_ proof: ChannelProof, _ form: FormFields) -> TypedProof {
        let text = form.only(codeName(proof.channel)) ?? ""
        return TypedProof(token: proof.token, code: text.filter { $0.isASCII && $0.isNumber })
    }

    static func codeName(_ kind: ContactKind) -> String { FormNames.code + "-" + kind.rawValue }
    private static func tokenName(_ kind: ContactKind) -> String { "preuve-" + kind.rawValue }
    private static func untilName(_ kind: ContactKind) -> String { "avant-" + kind.rawValue }
    private static func destinationName(_ kind: ContactKind) -> String { "vers-" + kind.rawValue }
}
