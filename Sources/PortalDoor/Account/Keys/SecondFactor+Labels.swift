import Custody
import PageKit
import Wording

extension SecondFactor {
    /// As a choice beside others.
    var label: Phrase {
        switch self {
        case .sms: CodeAppText.bySMS.phrase
        case .email: CodeAppText.byEmail.phrase
        case .app: CodeAppText.byApp.phrase
        }
    }

    /// On the button that takes this way instead.
    var instead: Phrase {
        switch self {
        case .sms: SignInText.by(sms: true)
        case .email: SignInText.by(sms: false)
        case .app: CodeAppText.choice.phrase
        }
    }
}
