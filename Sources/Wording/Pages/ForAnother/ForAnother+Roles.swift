internal import HealthRecord

/// Leave and roles of professionals in another's record.
extension ForAnother {
    static let leave: [Pair] = [
        (
            ProfessionalText.mayReadBlocked.phrase,
            Phrase(
                "Ce professionnel est bloqué : il ne peut rien lire.",
                "This professional is blocked: nothing can be read."
            )
        ),
        (
            ProfessionalText.blockLead.phrase,
            Phrase(
                "Ce professionnel ne pourra plus rien lire dans ce dossier. Son autorisation est retirée.",
                "This professional will no longer be able to read anything in this record. The authorisation is withdrawn."
            )
        ),
        (
            ProfessionalText.blockEmergency.phrase,
            Phrase(
                "Le blocage tient aussi en urgence. Seul le médecin du Samu (15) garde un accès, selon les choix de ce dossier.",
                "The block holds in emergencies too. Only the doctor of the emergency service (15) keeps access, as was chosen for this record."
            )
        ),
        (
            ProfessionalText.blockOpen.phrase,
            Phrase(
                "En urgence, ce professionnel garde un accès, selon les choix de ce dossier.",
                "In an emergency this professional keeps access, as was chosen for this record."
            )
        ),
        (
            ProfessionalText.unblockLead.phrase,
            Phrase(
                "Débloquer ne rend pas l'autorisation. Un accord devra être donné de nouveau.",
                "Unblocking does not give the authorisation back. An agreement must be given again."
            )
        ),
        (
            ProfessionalText.revokeLead.phrase,
            Phrase(
                "Ce professionnel devra redemander un accord pour lire ce dossier.",
                "This professional will have to ask for an agreement again before reading this record."
            )
        ),
        (
            ProfessionalText.revokeRoles.phrase,
            Phrase(
                "Si c'est son médecin traitant ou un administrateur de ce dossier, ce rôle prend fin aussi.",
                "If this is the treating physician or an administrator of this record, that role ends as well."
            )
        ),
        (ShellText.professionals.phrase, ActingText.professionals.phrase),
        (
            SearchText.lead.phrase,
            Phrase(
                "Cherchez une personne qui la soigne, puis autorisez-la ou bloquez-la.",
                "Look for a person who cares for this person, then authorise or block that person."
            )
        ),
        (
            SearchText.otherWay.phrase,
            Phrase(
                "Un accord peut être donné en consultation. Le professionnel sera alors dans la liste.",
                "An agreement may be given in a consultation. The professional will then be in the list."
            )
        ),
        (
            AuthorisationOrigin.declaredInConsultation.label,
            Phrase("Accord donné en consultation", "Agreement given in a consultation")
        ),
        (
            AuthorisationOrigin.givenByHolder.label,
            Phrase("Accord donné sur ce site", "Agreement given on this site")
        ),
        (
            AuthorisationOrigin.givenAtOpening.label,
            Phrase("Accord donné à l'ouverture", "Agreement given at opening")
        ),
        (
            AuthorisationOrigin.careTeam.label,
            Phrase("Accord donné à l'équipe de soins", "Agreement given to the care team")
        ),
        (
            AuthorisationOrigin.deemedOfTeam.label,
            Phrase(
                "Membre d'une équipe de soins, sans que l'accord soit demandé",
                "Member of a care team, without an agreement being asked"
            )
        ),
        (
            AuthorisationOrigin.delegatedConsent.label,
            Phrase("Accord déclaré par un autre professionnel", "Agreement stated by another professional")
        ),
    ]

    static let roles: [Pair] = [
        (
            AdministratorText.title.phrase,
            Phrase("Administrateurs de ce dossier", "Administrators of this record")
        ),
        (
            ProfessionalText.nameTreatingLead.phrase,
            Phrase(
                "Le médecin traitant suit la santé de cette personne. Il lit tout ce dossier et voit qui l'a ouvert.",
                "The treating physician follows this person's health, reads the whole record and sees who opened it."
            )
        ),
        (
            ProfessionalText.nameTreatingMasked.phrase,
            Phrase(
                "Il lit aussi les documents masqués, et peut les rendre visibles.",
                "The hidden documents can be read too, and made visible."
            )
        ),
        (
            ProfessionalText.nameTreatingElsewhere.phrase,
            Phrase(
                "Ce choix vaut pour ce dossier. Déclarez aussi ce médecin à l'assurance maladie.",
                "This choice is for this record. Declare this physician to the health insurance as well."
            )
        ),
        (
            ProfessionalText.nameTreatingWhole.phrase,
            Phrase(
                "Le médecin traitant suit la santé de cette personne. Il lit tout ce dossier.",
                "The treating physician follows this person's health and reads the whole record."
            )
        ),
        (
            ProfessionalText.nameTreatingVisible.phrase,
            Phrase(
                "Le médecin traitant suit la santé de cette personne. Il ne lit pas les documents masqués.",
                "The treating physician follows this person's health, and does not read hidden documents."
            )
        ),
        (
            ProfessionalText.nameTreatingNow.phrase,
            Phrase("C'est maintenant son médecin traitant.", "This is now the treating physician.")
        ),
        (
            ProfessionalText.endTreatingLead.phrase,
            Phrase(
                "Ce médecin ne verra plus les documents masqués ni l'historique des accès.",
                "This physician will no longer see the hidden documents or the access history."
            )
        ),
        (
            ProfessionalText.endTreatingNow.phrase,
            Phrase("Ce n'est plus son médecin traitant.", "This is no longer the treating physician.")
        ),
        (
            ProfessionalText.treatingRefused.phrase,
            Phrase(
                "Les règles de ce dossier ne permettent pas ce changement ici. Rien n'a changé.",
                "The rules of this record do not allow this change here. Nothing has changed."
            )
        ),
        (
            ProfessionalText.treatingMasked.phrase,
            Phrase(
                "Son médecin traitant voit aussi les documents masqués.",
                "The treating physician also sees hidden documents."
            )
        ),
        (
            ProfessionalText.treatingHistory.phrase,
            Phrase(
                "Son médecin traitant voit aussi qui a ouvert ce dossier.",
                "The treating physician also sees who opened this record."
            )
        ),
        (
            ProfessionalText.treatingNote.phrase,
            Phrase(
                "Son médecin traitant voit aussi les documents masqués et l'historique.",
                "The treating physician also sees hidden documents and the history."
            )
        ),
        (
            ProfessionalText.nameAdministratorLead.phrase,
            Phrase(
                "Un administrateur a les mêmes droits que le médecin traitant. Il lit tout ce dossier et voit qui l'a ouvert.",
                "An administrator has the rights of the treating physician: to read this whole record and see who opened it."
            )
        ),
        (
            ProfessionalText.nameAdministratorSame.phrase,
            Phrase(
                "Un administrateur a les mêmes droits que le médecin traitant.",
                "An administrator has the rights of the treating physician."
            )
        ),
        (
            ProfessionalText.nameAdministratorNow.phrase,
            Phrase("C'est maintenant un administrateur de ce dossier.", "This is now an administrator of this record.")
        ),
        (
            ProfessionalText.endAdministratorLead.phrase,
            Phrase(
                "Ce professionnel ne verra plus les documents masqués ni l'historique des accès.",
                "This professional will no longer see the hidden documents or the access history."
            )
        ),
        (
            ProfessionalText.endAdministratorNow.phrase,
            Phrase(
                "Ce n'est plus un administrateur de ce dossier.",
                "This is no longer an administrator of this record."
            )
        ),
        (
            ProfessionalText.endMasked.phrase,
            Phrase(
                "Ce professionnel ne verra plus les documents masqués.",
                "This professional will no longer see the hidden documents."
            )
        ),
        (
            ProfessionalText.endHistory.phrase,
            Phrase(
                "Ce professionnel ne verra plus qui a ouvert ce dossier.",
                "This professional will no longer see who opened this record."
            )
        ),
        (
            ProfessionalText.endRole.phrase,
            Phrase(
                "Ce professionnel n'aura plus ce rôle dans ce dossier.",
                "This professional will no longer have this role in this record."
            )
        ),
    ]

    static let teams: [Pair] = [
        (
            TeamText.lead.phrase,
            Phrase(
                "Un seul accord a été donné pour toute une équipe. Chacun de ses membres peut lire ce dossier.",
                "One agreement was given for a whole team. Each of its members may read this record."
            )
        ),
        (
            TeamText.none.phrase,
            Phrase(
                "Aucune équipe. Un professionnel qui suit cette personne peut en déclarer une avec un accord.",
                "No team. A professional who cares for this person may declare one with an agreement."
            )
        ),
        (
            TeamText.endLead.phrase,
            Phrase(
                "L'accord pour cette équipe prend fin. Ses membres ne lisent plus ce dossier à ce titre.",
                "The agreement for this team ends. Its members no longer read this record on that ground."
            )
        ),
        (
            TeamText.endLeaves.phrase,
            Phrase(
                "Un membre qui a sa propre autorisation la garde.",
                "A member who has an authorisation of his own keeps it."
            )
        ),
        (
            TeamText.ended.phrase,
            Phrase("L'équipe n'a plus accès à ce dossier.", "The team no longer has access to this record.")
        ),
        (
            TeamText.undo.phrase,
            Phrase(
                "L'équipe pourra être déclarée de nouveau, avec un accord.",
                "The team can be declared again, with an agreement."
            )
        ),
        (
            TeamText.deemed.phrase,
            Phrase(
                "Les règles de ce dossier laissent cette équipe le lire sans demander d'accord. Il est possible d'y mettre fin.",
                "The rules of this record let this team read it without asking for an agreement. It can be ended."
            )
        ),
        (
            TeamText.endDeemed.phrase,
            Phrase(
                "Ses membres ne lisent plus ce dossier parce qu'ils sont de cette équipe.",
                "Its members no longer read this record because they belong to this team."
            )
        ),
    ]
}
