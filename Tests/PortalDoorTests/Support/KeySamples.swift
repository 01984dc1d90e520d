import Custody
import HealthRecord
import PageKit
import Wording

@testable import PortalDoor

/// The pages of code applications and passkeys in every state.
extension PageSamples {
    static let means = SignInMeans(
        name: SignInName("jardin.bleu"),
        codeAppSince: now,
        passkeys: [
            HeldPasskey(id: ids[0], name: "Téléphone", since: now, used: now),
            HeldPasskey(id: ids[1], name: "", since: now, used: nil),
        ],
        offersPasskeys: true
    )

    private static let question = PasskeyQuestion.sample
    private static let offer = CodeAppOffer(
        secret: "ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567",
        uri: "otpauth://totp/DMP:Jeanne?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=DMP",
        expires: now
    )

    static var keys: [Sample] {
        let refused = [FieldFault(FormNames.ins, PasskeyText.notAccepted.phrase)]
        return [
            ("new-secret", NewSecretPage(), false), ("new-secret-done", NewSecretDonePage(), false),
            (
                "new-secret-faults",
                NewSecretPage(
                    ins: "2 52",
                    faults: [
                        FieldFault(FormNames.ins, FieldText.insFault.phrase),
                        FieldFault(FormNames.secret, FieldText.tooShort.phrase),
                    ]
                ), false
            ),
            ("account-keys", AccountPage(phone: nil, email: "j•••@example.org", means: means), true),
            ("own-name", OwnNamePage(), true),
            (
                "own-name-taken",
                OwnNamePage(
                    entered: "jardin.bleu",
                    hasName: true,
                    faults: [FieldFault(FormNames.ownName, OwnNameText.taken.phrase)]
                ), true
            ),
            ("code-app", CodeAppPage(), true), ("code-app-other", CodeAppPage(replaces: true), true),
            (
                "code-app-offer",
                CodeAppOfferPage(offer: offer, picture: (path: "M4 4h2v1h-2z", side: 29)), true
            ),
            (
                "code-app-wrong",
                CodeAppOfferPage(offer: nil, faults: [FieldFault(FormNames.code, CodeAppText.wrong.phrase)]), true
            ),
            (
                "code-by-app",
                CodePage(channel: .app, maskedDestination: "", expires: now, alternatives: [.sms, .email]), false
            ),
            ("passkey-name", PasskeyNamePage(), true),
            (
                "passkey-refused",
                PasskeyNamePage(faults: [FieldFault(FormNames.keyName, PasskeyText.refused.phrase)]), true
            ),
            ("passkey-sign-in", PasskeyPage(ceremony: .signIn(question)), false),
            ("passkey-step-up", PasskeyPage(ceremony: .stepUp(question, .closing)), true),
            ("sign-in-passkey", SignInPage(offersPasskeys: true), false),
            ("sign-in-passkey-refused", SignInPage(offersPasskeys: true, faults: refused), false),
            ("step-up-passkey", StepUpPage(target: .secret, offersPasskeys: true), true),
        ]
    }
}

extension PasskeyQuestion {
    fileprivate static var sample: PasskeyQuestion {
        PasskeyQuestion(
            challenge: [UInt8](repeating: 7, count: 32),
            party: "dmp.example.fr",
            allowed: [[1, 2, 3]],
            expires: PageSamples.now
        )
    }
}
