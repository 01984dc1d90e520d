/// The fixed sentences of letters.
public enum LetterText: CatalogueText {
    /// Subject of the first letter.
    case openingSubject
    /// What the first code is for.
    case openingPurpose
    /// The second letter will come.
    case secondLetterComes
    /// Subject of the second letter.
    case activationSubject
    /// What the second code is for.
    case activationPurpose
    /// Above the code.
    case yourCode
    /// Above the steps.
    case whatToDo
    /// What an announced record is for.
    case recordPurpose
    /// What the code of an announced opening is for.
    case objectionPurpose
    /// Above the steps of an objection.
    case whatToRefuse
    /// What happens without an objection.
    case otherwiseOpens
    /// Above the ways to close a record that has opened.
    case whatToClose
    /// How a record is closed later on.
    case closeLater
    /// What becomes of a record that was closed.
    case afterClosing
    /// Never give a code away.
    case keepSecret
    /// Nothing happens without the holder.
    case freeChoice
    /// What to do of a second letter that nobody waited for.
    case activationUnasked
    /// How long an announced opening can be refused.
    case objectInTime
    /// Subject of a notice about an access.
    case accessSubject
    /// Subject of a notice about an emergency.
    case emergencySubject
    /// Subject of a notice about a document.
    case documentSubject
    /// Subject of a notice about the means of access.
    case changeSubject
    /// Subject of a code for one sign-in.
    case oneTimeSubject
    /// The right to be told.
    case rightToKnow
    /// Who signs.
    case signature

    /// In both languages.
    public var phrase: Phrase {
        switch self {
        case .openingSubject:
            Phrase(
                "Le code pour ouvrir votre dossier médical partagé (DMP)",
                "The code to open your shared medical record (DMP)"
            )
        case .openingPurpose:
            Phrase(
                "Voici votre premier code. Il sert à ouvrir votre dossier.",
                "Here is your first code. It opens your record."
            )
        case .secondLetterComes:
            Phrase(
                "Un second courrier arrivera un autre jour. Il contient le code qui active votre accès par Internet.",
                "A second letter will come on another day. It holds the code that activates your Internet access."
            )
        case .activationSubject:
            Phrase(
                "Le code pour activer l'accès à votre dossier médical partagé (DMP)",
                "The code to activate access to your shared medical record (DMP)"
            )
        case .activationPurpose:
            Phrase(
                "Voici votre second code. Il sert à activer votre accès par Internet.",
                "Here is your second code. It activates your Internet access."
            )
        case .yourCode: Phrase("Votre code", "Your code")
        case .whatToDo: Phrase("Que faire ?", "What to do")
        case .recordPurpose:
            Phrase(
                "Ce dossier garde vos documents de santé. Il aide les professionnels qui vous soignent à se coordonner. Vous le lisez, et vous décidez qui le lit.",
                "This record keeps your health documents. It helps the professionals who care for you to work together. You read it, and you decide who reads it."
            )
        case .objectionPurpose:
            Phrase(
                "Vous pouvez refuser cette ouverture, sans donner de raison. Voici le code qui sert à vous y opposer.",
                "You may refuse this opening, without giving a reason. Here is the code by which you object."
            )
        case .whatToRefuse: Phrase("Pour vous opposer", "To object")
        case .otherwiseOpens:
            Phrase(
                "Si vous êtes d'accord, vous n'avez rien à faire. Un autre courrier vous donnera accès à votre dossier.",
                "If you agree, there is nothing to do. Another letter will give you access to your record."
            )
        case .whatToClose: Phrase("Pour fermer votre dossier plus tard", "To close your record later")
        case .closeLater:
            Phrase(
                "Vous pouvez fermer votre dossier à tout moment, sans donner de raison : sur le site, ou par une lettre au service.",
                "You can close your record at any time, without giving a reason: on the site, or by a letter to the service."
            )
        case .afterClosing:
            Phrase(
                "Personne ne lit plus un dossier fermé. Il est conservé le temps prévu par la loi, puis détruit. Pendant ce temps, vous pouvez le rouvrir ou demander sa destruction.",
                "Nobody reads a closed record. It is kept for the time set by law, then destroyed. During that time you can open it again or ask for its destruction."
            )
        case .keepSecret:
            Phrase(
                "Gardez ce code secret. Nous ne vous le demanderons jamais par téléphone, par SMS ou par e-mail.",
                "Keep this code secret. We will never ask you for it by telephone, text message or e-mail."
            )
        case .freeChoice:
            Phrase(
                "Vous n'avez rien demandé, ou vous ne voulez pas de dossier ? Ne faites rien : sans ce code, rien ne s'ouvre.",
                "You asked for nothing, or you want no record? Do nothing: without this code, nothing opens."
            )
        case .activationUnasked:
            Phrase(
                "Vous n'attendiez pas ce courrier, ou vous ne voulez pas de dossier ? Appelez-nous : nous vous dirons comment le fermer.",
                "You did not expect this letter, or you want no record? Call us: we will tell you how to close it."
            )
        case .objectInTime:
            Phrase(
                "Ce code sert jusqu'à la veille de l'ouverture.",
                "This code works until the day before the opening."
            )
        case .accessSubject: Phrase("Un professionnel a ouvert votre dossier", "A professional opened your record")
        case .emergencySubject:
            Phrase("Votre dossier a été ouvert en urgence", "Your record was opened in an emergency")
        case .documentSubject: Phrase("Un nouveau document est disponible", "A new document is available")
        case .changeSubject: Phrase("Vos moyens d'accès ont changé", "Your means of access have changed")
        case .oneTimeSubject: Phrase("Votre code de connexion", "Your sign-in code")
        case .rightToKnow:
            Phrase(
                "Vous avez le droit de savoir qui ouvre votre dossier.",
                "You have the right to know who opens your record."
            )
        case .signature: Phrase("Le service du dossier médical partagé", "The shared medical record service")
        }
    }
}
