internal import HealthRecord

extension ActText {
    /// The acts by which a record is governed, which name no document.
    init(governing act: TracedAct) {
        switch act {
        case .authorise:
            self.init(
                "autorisé un professionnel",
                "autoriser un professionnel",
                "authorised a professional",
                "authorise a professional"
            )
        case .revoke:
            self.init(
                "retiré l'autorisation d'un professionnel",
                "retirer l'autorisation d'un professionnel",
                "withdrew a professional's authorisation",
                "withdraw a professional's authorisation"
            )
        case .block:
            self.init(
                "bloqué un professionnel",
                "bloquer un professionnel",
                "blocked a professional",
                "block a professional"
            )
        case .unblock:
            self.init(
                "débloqué un professionnel",
                "débloquer un professionnel",
                "unblocked a professional",
                "unblock a professional"
            )
        case .declareTreatingPhysician:
            self.init(
                "déclaré un médecin traitant",
                "déclarer un médecin traitant",
                "declared a treating physician",
                "declare a treating physician"
            )
        case .resignTreatingPhysician:
            self.init(
                "retiré un médecin traitant",
                "retirer un médecin traitant",
                "removed a treating physician",
                "remove a treating physician"
            )
        case .nameAdministrator:
            self.init(
                "nommé un professionnel administrateur",
                "nommer un professionnel administrateur",
                "named a professional administrator",
                "name a professional administrator"
            )
        case .withdrawAdministrator:
            self.init(
                "retiré un professionnel administrateur",
                "retirer un professionnel administrateur",
                "withdrew a professional administrator",
                "withdraw a professional administrator"
            )
        case .listAuthorisations:
            self.init(
                "consulté la liste des professionnels autorisés",
                "consulter la liste des professionnels autorisés",
                "viewed the list of authorised professionals",
                "view the list of authorised professionals"
            )
        case .changeWishes:
            self.init(
                "changé les choix pour l'urgence et la confidentialité",
                "changer les choix pour l'urgence et la confidentialité",
                "changed the choices for emergencies and privacy",
                "change the choices for emergencies and privacy"
            )
        case .readHistory:
            self.init(
                "consulté l'historique des accès",
                "consulter l'historique des accès",
                "viewed the access history",
                "view the access history"
            )
        case .export:
            self.init(
                "téléchargé une copie du dossier",
                "télécharger une copie du dossier",
                "downloaded a copy of the record",
                "download a copy of the record"
            )
        case .close: self.init("fermé le dossier", "fermer le dossier", "closed the record", "close the record")
        case .openRecord, .activateAccess, .signIn, .signOut, .testExistence, .readIdentity, .list, .read, .deposit,
            .replace, .mask, .unmask, .reveal, .archive, .restore, .delete, .locate, .announce, .remind, .tellIncident,
            .declareRepresentative,
            .acceptRepresentation, .refuseRepresentation, .endRepresentation, .declareTeam, .endTeam, .delegateConsent,
            .expire, .requestPresence, .confirmPresence, .justifyEmergency, .reviewEmergency, .migrate, .changeIdentity,
            .searchIdentity,
            .linkIdentity, .merge, .changeAccess, .request, .suspend, .resume, .reopen, .destroy,
            .hideFromRepresentatives, .readRequest, .answerRequest, .grantEntry, .send:
            self.init(act)
        }
    }
}
