public import HealthRecord

/// An act in the forms that sentences need.
public struct ActText: Hashable, Sendable {
    /// `lu le document « X »`, after *a* or *avez*; `read …`.
    public let done: Phrase
    /// `lire le document « X »`, after *a demandé à*; `read …`.
    public let attempted: Phrase

    /// An act on documents whose titles the reader may know; `documents` counts them all.
    public init(_ act: TracedAct, titles: [String] = [], documents: Int = 0) {
        let what = DocumentsText.object(titles: titles, count: documents)
        let (french, english) = (what.french, what.english)
        switch act {
        case .openRecord:
            self.init("ouvert le dossier", "ouvrir le dossier", "opened the record", "open the record")
        case .activateAccess:
            self.init(
                "activé l'accès par Internet",
                "activer l'accès par Internet",
                "activated Internet access",
                "activate Internet access"
            )
        case .signIn: self.init("ouvert une session", "ouvrir une session", "signed in", "sign in")
        case .signOut: self.init("fermé la session", "fermer la session", "signed out", "sign out")
        case .testExistence:
            self.init(
                "vérifié si un dossier existe",
                "vérifier si un dossier existe",
                "checked whether a record exists",
                "check whether a record exists"
            )
        case .readIdentity:
            self.init(
                "lu les données d'identité",
                "lire les données d'identité",
                "read the identity data",
                "read the identity data"
            )
        case .list:
            self.init(
                "consulté la liste des documents",
                "consulter la liste des documents",
                "viewed the list of documents",
                "view the list of documents"
            )
        case .read: self.init("lu \(french)", "lire \(french)", "read \(english)", "read \(english)")
        case .deposit: self.init("ajouté \(french)", "ajouter \(french)", "added \(english)", "add \(english)")
        case .replace:
            self.init("remplacé \(french)", "remplacer \(french)", "replaced \(english)", "replace \(english)")
        case .mask:
            self.init(
                "masqué aux professionnels \(french)",
                "masquer aux professionnels \(french)",
                "hid from professionals \(english)",
                "hide from professionals \(english)"
            )
        case .unmask:
            self.init(
                "rendu visible aux professionnels \(french)",
                "rendre visible aux professionnels \(french)",
                "showed to professionals \(english)",
                "show to professionals \(english)"
            )
        case .reveal:
            self.init(
                "rendu visible au patient \(french)",
                "rendre visible au patient \(french)",
                "made visible to the patient \(english)",
                "make visible to the patient \(english)"
            )
        case .hideFromRepresentatives:
            self.init(
                "fermé aux représentants \(french)",
                "fermer aux représentants \(french)",
                "closed to representatives \(english)",
                "close to representatives \(english)"
            )
        case .archive: self.init("archivé \(french)", "archiver \(french)", "archived \(english)", "archive \(english)")
        case .restore:
            self.init(
                "sorti des archives \(french)",
                "sortir des archives \(french)",
                "took out of the archive \(english)",
                "take out of the archive \(english)"
            )
        case .delete: self.init("supprimé \(french)", "supprimer \(french)", "deleted \(english)", "delete \(english)")
        case .export where documents > 1:
            // A copy told in one line.
            let number = CountText.documents(documents)
            self.init(
                "téléchargé une copie du dossier : \(number.french)",
                "télécharger une copie du dossier : \(number.french)",
                "downloaded a copy of the record: \(number.english)",
                "download a copy of the record: \(number.english)"
            )
        case .authorise, .revoke, .block, .unblock, .declareTreatingPhysician, .resignTreatingPhysician,
            .listAuthorisations, .changeWishes, .readHistory, .export, .close, .nameAdministrator,
            .withdrawAdministrator:
            self.init(governing: act)
        case .send:
            self.init(
                "envoyé \(french) par messagerie sécurisée",
                "envoyer \(french) par messagerie sécurisée",
                "sent \(english) by secured messaging",
                "send \(english) by secured messaging"
            )
        case .locate:
            self.init("cherché \(french)", "chercher \(french)", "looked up \(english)", "look up \(english)")
        case .announce:
            self.init(
                "signalé une mise à jour du dossier",
                "signaler une mise à jour du dossier",
                "told of an update of the record",
                "tell of an update of the record"
            )
        case .remind:
            self.init(
                "rappelé à leur auteur des choix gardés dans le dossier",
                "rappeler à leur auteur des choix gardés dans le dossier",
                "reminded their author of choices kept in the record",
                "remind their author of choices kept in the record"
            )
        case .tellIncident:
            self.init(
                "prévenu le titulaire d'un incident de sécurité",
                "prévenir le titulaire d'un incident de sécurité",
                "told the holder of a security incident",
                "tell the holder of a security incident"
            )
        case .declareRepresentative, .acceptRepresentation, .refuseRepresentation, .endRepresentation, .declareTeam,
            .endTeam, .delegateConsent, .expire, .requestPresence, .confirmPresence, .justifyEmergency,
            .reviewEmergency:
            self.init(entrusting: act)
        case .migrate, .changeIdentity, .searchIdentity, .linkIdentity, .merge, .changeAccess, .request, .suspend,
            .resume, .reopen, .destroy, .readRequest, .answerRequest, .grantEntry:
            self.init(living: act)
        }
    }

    init(_ done: FrenchText, _ attempted: FrenchText, _ englishDone: EnglishText, _ englishAttempted: EnglishText) {
        self.done = Phrase(done, englishDone)
        self.attempted = Phrase(attempted, englishAttempted)
    }
}
