package import HealthRecord

/// The proof that the patient is there (key `consent.proof` of the sets of rules).
package enum CarePresenceText: CatalogueText {
    case title, required, offered, how, code, portal, ask, meansFault, codeLabel, codeHint, codeFault, verify, told
    case portalNext, proved, goOn, another, missing, noChannel, waiting, secret, notHere, prove, codeEnded

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Présence du patient", "The patient's presence")
        case .required:
            Phrase(
                "Dans ce dossier, le patient prouve lui-même sa présence avant que l'accord compte.",
                "In this record the patient proves to be present before consent counts."
            )
        case .offered:
            Phrase(
                "Le patient peut prouver sa présence. Dans ce dossier, votre déclaration suffit.",
                "The patient may prove to be present. In this record your word is enough."
            )
        case .how: Phrase("Comment le patient prouve sa présence", "How the patient proves it")
        case .code:
            Phrase("Un code envoyé à son téléphone ou à son e-mail", "A code sent to his or her phone or e-mail")
        case .portal: Phrase("Une confirmation sur le site des patients", "A confirmation on the patients' site")
        case .ask: Phrase("Demander la preuve", "Ask for the proof")
        case .meansFault: Phrase("Choisissez un moyen.", "Choose a way.")
        case .codeLabel: Phrase("Code que le patient vous lit", "Code that the patient reads to you")
        case .codeHint: Phrase("Six chiffres. Trois essais au plus.", "Six digits. Three tries at most.")
        case .codeFault:
            Phrase(
                "Ce code n'est pas accepté. Relisez-le avec le patient, ou faites partir un autre code.",
                "This code is not accepted. Read it again with the patient, or send another one."
            )
        case .codeEnded:
            Phrase(
                "Ce code n'est plus valable : son délai est passé. Faites-en partir un autre.",
                "This code is no longer valid: its time is over. Send another one."
            )
        case .verify: Phrase("Vérifier le code", "Check the code")
        case .told:
            Phrase(
                "Le patient voit cette demande dans son historique.",
                "The patient sees this request in the history."
            )
        case .portalNext:
            Phrase(
                "La demande attend le patient sur son site. Quand il l'a confirmée, continuez.",
                "The request awaits the patient on the site. Once confirmed, go on."
            )
        case .proved:
            Phrase(
                "La présence du patient est prouvée. Cette preuve vaut pour vous, un court moment.",
                "The patient's presence is proved. The proof holds for you, for a short while."
            )
        case .goOn: Phrase("Continuer", "Go on")
        case .another: Phrase("Choisir un autre moyen", "Choose another way")
        case .missing:
            Phrase(
                "Le patient n'a pas encore prouvé sa présence. Demandez-lui de le faire, puis recommencez.",
                "The patient has not yet proved to be present. Ask for it, then try again."
            )
        case .noChannel:
            Phrase(
                "Aucun code ne peut partir : pas de téléphone ni d'e-mail utilisable. Le patient peut confirmer sur son site.",
                "No code can be sent: there is no usable phone or e-mail. The patient can confirm on the site."
            )
        case .waiting:
            Phrase(
                "Trop de demandes attendent déjà le patient. Recommencez dans quelques minutes.",
                "Too many requests await the patient already. Try again in a few minutes."
            )
        case .secret:
            Phrase(
                "Pendant une connexion secrète, rien n'est envoyé : les représentants pourraient le lire.",
                "During a secret connection nothing is sent: the representatives might read it."
            )
        case .notHere:
            Phrase(
                "Votre situation ne permet pas de demander cette preuve.",
                "Your situation does not allow you to ask for this proof."
            )
        case .prove: Phrase("Faire prouver la présence du patient", "Have the patient's presence proved")
        }
    }

    /// Where a code has gone.
    package static func sent(to destination: String) -> Phrase {
        Phrase(
            "Un code est parti vers \(destination). Demandez-le au patient.",
            "A code has gone to \(destination). Ask the patient for it."
        )
    }

    /// Until when it may be answered.
    package static func until(_ end: Instant) -> Phrase {
        let time = DateText.time(end)
        return Phrase("La réponse est possible jusqu'à \(time.french).", "It can be answered until \(time.english).")
    }
}
