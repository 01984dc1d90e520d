/// Pages that the law or good manners ask for.
package enum StaticText: CatalogueText {
    case accessibilityLead, accessibilityStateTitle, accessibilityState, accessibilityKnown, accessibilityKnownPDF
    case accessibilityKnownAudit, accessibilityMeansTitle, accessibilityMeans, accessibilityHelpTitle, accessibilityHelp
    case accessibilityDefender
    case mapLead, mapPublic, mapRecord, mapAbout
    case legalPublisherTitle, legalPublisher, legalHostTitle, legalHost, legalContentTitle, legalContent
    case privacyLead, privacyWhoTitle, privacyWho, privacyWhyTitle, privacyWhy, privacyWhatTitle, privacyWhat
    case privacyNeverTitle, privacyNever, privacyTimeTitle, privacyTime, privacyRightsTitle, privacyRights
    case privacyCookiesTitle, privacySecurityTitle, privacySecurity, privacyComplaint
    case contactLead, contactPhoneTitle, contactNeverTitle, contactNever, contactMailTitle

    package var phrase: Phrase {
        switch self {
        case .accessibilityLead:
            Phrase(
                "Ce site doit être utilisable par tout le monde, avec ou sans aide technique.",
                "This site must be usable by everybody, with or without assistive technology."
            )
        case .accessibilityStateTitle: Phrase("État de conformité", "Compliance")
        case .accessibilityState:
            Phrase(
                "Ce site n'est pas conforme au référentiel général d'amélioration de l'accessibilité (RGAA 4.1.2) : aucun audit n'a encore été fait.",
                "This site is not compliant with the French accessibility standard (RGAA 4.1.2): no audit has been made yet."
            )
        case .accessibilityKnown:
            Phrase(
                "Ce qui n'est pas accessible, et ce qui reste à faire",
                "What is not accessible, and what remains to be done"
            )
        case .accessibilityKnownPDF:
            Phrase(
                "Les fichiers PDF sont affichés en images, avec le texte de chaque page, mais sans titres ni tableaux. Certains documents sont des images sans texte.",
                "PDF files are shown as images, with the text of each page, but without headings or tables. Some documents are images without text."
            )
        case .accessibilityKnownAudit:
            Phrase(
                "L'audit des 106 critères par un expert, et un essai du site par des personnes handicapées.",
                "The audit of the 106 criteria by an expert, and a trial of the site by disabled people."
            )
        case .accessibilityMeansTitle: Phrase("Ce qui est vérifié", "What is checked")
        case .accessibilityMeans:
            Phrase(
                "À chaque changement, des programmes contrôlent chaque page : structure, contrastes, texte espacé, petit écran ou grossissement de 400 %. Des parcours entiers sont faits au clavier seul, d'autres sans script. Seules les clés d'accès demandent un script, et rien n'oblige à les utiliser.",
                "At each change, programs check every page: structure, contrast, spaced text, a small screen or 400% zoom. Whole walks are made with the keyboard alone, others without scripts. Only passkeys need a script, and nobody has to use them."
            )
        case .accessibilityHelpTitle: Phrase("Signaler une difficulté", "Report a difficulty")
        case .accessibilityHelp:
            Phrase(
                "Si une page vous résiste, contactez-nous. Nous vous donnons l'information autrement.",
                "If a page resists you, contact us. We will give you the information in another way."
            )
        case .accessibilityDefender:
            Phrase(
                "Sans réponse de notre part, vous pouvez saisir le Défenseur des droits.",
                "If we do not answer, you may turn to the Défenseur des droits."
            )
        case .mapLead: Phrase("Toutes les pages du site, par thème.", "All pages of the site, by theme.")
        case .mapPublic: Phrase("Commencer", "Start")
        case .mapRecord: Phrase("Mon dossier, après connexion", "My record, once signed in")
        case .mapAbout: Phrase("À propos du site", "About the site")
        case .legalPublisherTitle: Phrase("Éditeur", "Publisher")
        case .legalPublisher:
            Phrase(
                "Ce site est publié par l'organisme responsable du dossier médical partagé (DMP), nommé ci-dessous.",
                "This site is published by the body in charge of the shared medical record (DMP), named below."
            )
        case .legalHostTitle: Phrase("Hébergement", "Hosting")
        case .legalHost:
            Phrase(
                "Les données de santé sont gardées par un hébergeur certifié. Il ne détient pas les clés et ne peut pas lire les documents.",
                "Health data are kept by a certified host. It does not hold the keys and cannot read the documents."
            )
        case .legalContentTitle: Phrase("Contenu", "Content")
        case .legalContent:
            Phrase(
                "Les documents appartiennent à votre dossier. Leur auteur répond de leur contenu.",
                "Documents belong to your record. Their author answers for their content."
            )
        case .privacyLead:
            Phrase(
                "Vos données de santé servent à vos soins, et à rien d'autre.",
                "Your health data serve your care, and nothing else."
            )
        case .privacyWhoTitle: Phrase("Qui lit mes données ?", "Who reads my data?")
        case .privacyWho:
            Phrase(
                "Vous, et les professionnels de santé que vous autorisez, selon leur profession. En urgence, d'autres professionnels peuvent lire si vous ne l'avez pas refusé.",
                "You, and the health professionals whom you authorise, depending on their profession. In an emergency others may read unless you refused it."
            )
        case .privacyWhyTitle: Phrase("Pourquoi ?", "Why?")
        case .privacyWhy:
            Phrase(
                "Le code de la santé publique (articles L. 1111-14 et suivants) crée ce dossier pour la coordination, la qualité et la continuité des soins.",
                "The French public health code (articles L. 1111-14 and following) creates this record for the coordination, quality and continuity of care."
            )
        case .privacyWhatTitle: Phrase("Quelles données ?", "Which data?")
        case .privacyWhat:
            Phrase(
                "Votre identité, vos moyens de contact, vos documents de santé, vos choix et la trace de chaque accès.",
                "Your identity, your contact details, your health documents, your choices and the trace of every access."
            )
        case .privacyNeverTitle: Phrase("Qui n'y a jamais accès ?", "Who never has access?")
        case .privacyNever:
            Phrase(
                "Les assureurs, les mutuelles, les employeurs et les banques n'ont jamais accès au dossier, même avec votre accord.",
                "Insurers, mutual funds, employers and banks never have access to the record, even with your agreement."
            )
        case .privacyTimeTitle: Phrase("Combien de temps ?", "For how long?")
        case .privacyTime:
            Phrase(
                "Le dossier est gardé dix ans après sa fermeture, puis détruit. Vous pouvez en demander la destruction plus tôt.",
                "The record is kept for ten years after closing, then destroyed. You may ask for earlier destruction."
            )
        case .privacyRightsTitle: Phrase("Quels sont mes droits ?", "What are my rights?")
        case .privacyRights:
            Phrase(
                "Vous pouvez lire, obtenir une copie, faire corriger, masquer, vous opposer et fermer. Contactez le délégué à la protection des données.",
                "You may read, obtain a copy, have errors corrected, hide, object and close. Contact the data protection officer."
            )
        case .privacyComplaint:
            Phrase(
                "Vous pouvez aussi adresser une réclamation à la Commission nationale de l'informatique et des libertés (CNIL).",
                "You may also lodge a complaint with the French data protection authority (CNIL)."
            )
        case .privacyCookiesTitle: Phrase("Et les cookies ?", "What about cookies?")
        case .privacySecurityTitle: Phrase("Comment sont-elles protégées ?", "How are they protected?")
        case .privacySecurity:
            Phrase(
                "Chaque document est chiffré avec sa propre clé. La clé n'est remise qu'après une décision, et cette décision laisse une trace.",
                "Each document is encrypted with its own key. The key is released only after a decision, and that decision leaves a trace."
            )
        case .contactLead:
            Phrase(
                "L'assistance vous aide à utiliser le site. Elle ne voit jamais le contenu de votre dossier.",
                "The help desk helps you use the site. It never sees the content of your record."
            )
        case .contactPhoneTitle: Phrase("Par téléphone", "By telephone")
        case .contactMailTitle: Phrase("Par courrier", "By post")
        case .contactNeverTitle: Phrase("Ce que nous ne demandons jamais", "What we never ask for")
        case .contactNever:
            Phrase(
                "Nous ne demandons jamais votre code secret, ni un code reçu par SMS, par e-mail ou par courrier.",
                "We never ask for your secret code, nor for a code received by text message, e-mail or letter."
            )
        }
    }
}
