/// The fixed sentences of text messages and e-mails.
public enum NoticeText: CatalogueText {
    /// How every e-mail begins.
    case greeting
    /// Never give a code away.
    case keepCodeSecret
    /// Where a code is not to be typed.
    case notYou
    /// Subject of a message with a code.
    case codeSubject
    /// Subject of a notice about an access.
    case accessSubject
    /// Subject of a notice about an emergency.
    case emergencySubject, patientEmergencySubject
    /// Subject of a notice about a document.
    case documentSubject
    /// Subject of a notice about the means of access.
    case changeSubject
    /// Subject of a notice about a device not used before.
    case deviceSubject
    /// How every e-mail ends.
    case automatic

    /// In both languages.
    public var phrase: Phrase {
        switch self {
        case .greeting: Phrase("Bonjour,", "Hello,")
        case .keepCodeSecret:
            Phrase("Ne le donnez à personne, même au téléphone.", "Give it to nobody, not even by telephone.")
        case .notYou:
            Phrase(
                "Si vous n'avez rien demandé, ignorez ce message.",
                "If you did not ask for it, ignore this message."
            )
        case .codeSubject: Phrase("DMP : votre code", "DMP: your code")
        case .accessSubject: Phrase("DMP : un premier accès à votre dossier", "DMP: a first access to your record")
        case .emergencySubject: Phrase("DMP : un accès en urgence à votre dossier", "DMP: an emergency access")
        case .patientEmergencySubject:
            Phrase(
                "DMP : un accès en urgence au dossier d'un de vos patients",
                "DMP: an emergency access to a patient's record"
            )
        case .documentSubject: Phrase("DMP : un nouveau document est disponible", "DMP: a new document is available")
        case .changeSubject: Phrase("DMP : vos moyens d'accès ont changé", "DMP: your means of access have changed")
        case .deviceSubject: Phrase("DMP : une connexion d'un nouvel appareil", "DMP: a sign-in from a new device")
        case .automatic:
            Phrase(
                "Message automatique du DMP, le dossier médical partagé. Merci de ne pas répondre.",
                "Automatic message of the DMP, the shared medical record. Please do not reply."
            )
        }
    }
}
