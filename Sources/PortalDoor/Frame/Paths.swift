import HealthRecord
import PageKit

/// The addresses of pages; a path holds an opaque identifier at most.
enum Paths {
    static let home = "/"
    static let opening = "/ouvrir"
    static let opened = "/ouvrir/termine"
    static let activation = "/activer"
    static let activationProofs = "/activer/codes"
    static let activated = "/activer/termine"
    static let objection = "/s-opposer"
    static let objectionDone = "/s-opposer/termine"
    static let objectionSheet = "/s-opposer/attestation"
    static let firstAccess = "/activer/premier-acces"
    static let firstAccessProofs = "/activer/premier-acces/codes"
    static let signIn = "/connexion"
    static let code = "/connexion/code"
    static let resend = "/connexion/renvoi"
    static let recovery = "/acces-perdu"
    static let letterOrder = "/acces-perdu/courrier"
    static let letterOrdered = "/acces-perdu/courrier/demande"
    static let newSecret = "/acces-perdu/code-secret"
    static let lostWay = "/acces-perdu/telephone"
    static let lostWayProofs = "/acces-perdu/telephone/codes"
    static let lostWayKept = "/acces-perdu/telephone/termine"
    static let newSecretKept = "/acces-perdu/code-secret/termine"
    static let signOut = "/deconnexion"
    static let goodbye = "/au-revoir"
    static let record = "/dossier"
    static let documents = "/documents"
    static let taking = "/documents-a-telecharger"
    static let deletion = "/documents-a-supprimer"
    static let deletionConfirmed = "/documents-a-supprimer/confirmer"
    static let folders = "/classeurs"
    static let results = "/analyses"
    static let professionals = "/professionnels"
    static let search = "/trouver-un-professionnel"
    static let found = "/trouver-un-professionnel/choisir"
    static let foundDecided = "/trouver-un-professionnel/confirmer"
    static let report = "/signaler"
    static let reports = "/signalements"
    static let heirs = "/volontes/heritiers"
    static let presence = "/presence"
    static let team = "/equipes/fin"
    static let history = "/historique"
    static let historyCSV = "/historique/tableau"
    static let historySheet = "/historique/papier"
    static let historyProof = "/historique/preuves"
    static let accessibility = "/accessibilite"
    static let siteMap = "/plan-du-site"
    static let legal = "/mentions-legales"
    static let privacy = "/donnees-personnelles"
    static let help = "/aide"
    static let deathAnchor = "deces"
    static let helpAfterDeath = help + "#" + deathAnchor
    static let contact = "/contact"
    static let settings = "/reglages"
    static let discretion = "/reglages/discretion"
    static let feeding = "/ajouts"
    static let feedingEnd = "/ajouts/fin"
    static let suspension = "/suspension"
    static let hostAccess = "/medecin-hebergeur"
    static let rights = "/qui-peut-voir-quoi"
    static let categoryClosure = "/qui-peut-voir-quoi/categorie"
    static let confidentiality = "/confidentialite"
    static let confidentialityChange = "/confidentialite/changer"
    static let emergency = "/urgence"
    static let emergencySummary = "/urgence/verifier"
    static let stepUp = "/confirmer"
    static let stepUpCode = "/confirmer/code"
    static let stepUpResend = "/confirmer/renvoi"
    static let timeline = "/histoire"
    static let adding = "/ajouter"
    static let addingPreview = "/ajouter/apercu"
    static let addingConfirm = "/ajouter/confirmer"
    static let addingAgain = "/ajouter/corriger"
    static let timelineMask = "/histoire/masquer"
    static let timelineUnmask = "/histoire/rendre-visible"
    static let wishes = "/volontes"
    static let wishesChange = "/volontes/modifier"
    static let wishesSummary = "/volontes/verifier"
    static let wishesAgain = "/volontes/reprendre"
    static let directives = "/directives"
    static let directivesWrite = "/directives/ecrire"
    static let directivesAgain = "/directives/reprendre"
    static let directivesSummary = "/directives/verifier"
    static let directivesPlace = "/directives/lieu"
    static let directivesPlaceAgain = "/directives/lieu/reprendre"
    static let directivesPlaceSummary = "/directives/lieu/verifier"
    static let directivesUpload = "/directives/deposer"
    static let directivesUploaded = "/directives/deposer/confirmer"
    static let directivesRevoke = "/directives/retirer"
    static let family = "/profils"
    static let switchProfile = "/profils/ouvrir"
    static let ownProfile = "/profils/mon-dossier"
    static let inviteCarer = "/profils/aidant"
    static let inviteParent = "/profils/second-representant"
    static let invitation = "/profils/inviter"
    static let acceptInvitation = "/profils/accepter"
    static let acceptOffer = "/profils/accepter/confirmer"
    static let refuseOffer = "/profils/accepter/refuser"
    static let mandateSheet = "/profils/attestation"
    static let endMandate = "/profils/fin"
    static let newRepresentative = "/agir-pour-un-proche"
    static let newRepresentativeProofs = "/agir-pour-un-proche/codes"
    static let newRepresentativeRefusal = "/agir-pour-un-proche/refuser"
    static let newRepresentativeDone = "/agir-pour-un-proche/termine"
    static let notices = "/notifications"
    static let devices = "/appareils"
    static let endSession = "/appareils/fermer"
    static let endOtherSessions = "/appareils/fermer-les-autres"
    static let deviceVerdict = "/appareils/connu"
    static let deviceForgotten = "/appareils/oublier"
    static let account = "/connexion-et-contacts"
    static let secret = "/connexion-et-contacts/code-secret"
    static let ownName = "/connexion-et-contacts/identifiant"
    static let ownNameRemoval = "/connexion-et-contacts/identifiant/retirer"
    static let channels = "/connexion-et-contacts/contacts"
    static let channelProofs = "/connexion-et-contacts/contacts/codes"
    static let codeApp = "/connexion-et-contacts/application"
    static let codeAppCode = "/connexion-et-contacts/application/code"
    static let codeAppRemoval = "/connexion-et-contacts/application/retirer"
    static let passkey = "/connexion-et-contacts/cle"
    static let passkeyMade = "/connexion-et-contacts/cle/ajouter"
    static let passkeyRemoval = "/connexion-et-contacts/cle/retirer"
    static let passkeySignIn = "/connexion/cle"
    static let passkeySignInAnswer = "/connexion/cle/reponse"
    static let passkeyStepUp = "/confirmer/cle"
    static let passkeyStepUpAnswer = "/confirmer/cle/reponse"
    static let closing = "/fermer"
    static let closingSummary = "/fermer/verifier"
    static let closed = "/fermer/termine"
    static let reopening = "/rouvrir"
    static let returnCode = "/rouvrir/code"
    static let returnResend = "/rouvrir/renvoi"
    static let reopened = "/rouvrir/termine"
    static let erasure = "/detruire"
    static let erasureAsked = "/detruire/termine"
    /// What follows an address that is for whoever acts for somebody else.
    static let ofAnother = "pour=autrui"
    static let copyRequest = "/copie/demander"
    static let copyDownload = "/copie/telecharger"
    static let copySheet = "/copie/liste"
    static let copy = "/copie"
    static let requestCancel = "/fermer/annuler-demande"

    /// Where ways of several steps begin; whoever is sent back there was refused.
    static let beginnings: Set<String> = [
        signIn, reopening, erasure, opening, activation, firstAccess, objection, newRepresentative, letterOrder,
        letterOrdered, lostWay,
    ]

    /// Forms that ask much of others, counted for each network like those that guess.
    static let counted: Set<String> = [search]

    /// Steps whose tries are few and bound to one sign-in under way: what strangers do on the same network keeps nobody from
    /// his own code.
    static let ownLimit: Set<String> = [code, resend, returnCode, returnResend]

    /// Steps of anybody that keep something whenever they are asked for: counted whatever comes of them.
    static let keeping: Set<String> = [passkeySignIn]

    /// From where the steps come that may have to wait, by the way that they were sent: there one tries again.
    static let wayBack: [String: String] = [
        signIn: signIn, code: code, resend: code, passkeySignIn: signIn, passkeySignInAnswer: signIn,
        opening: opening, activation: activation, activationProofs: activation, firstAccess: firstAccess,
        firstAccessProofs: firstAccess, objection: objection, letterOrder: letterOrder, newSecret: newSecret,
        lostWay: lostWay, lostWayProofs: lostWay,
        newRepresentative: newRepresentative, newRepresentativeProofs: newRepresentative, reopening: reopening,
        erasure: erasure, returnCode: returnCode, returnResend: returnCode, search: search, secret: secret,
        channels: channels, channelProofs: channels, ownName: ownName, stepUp: stepUp, stepUpCode: stepUpCode,
        stepUpResend: stepUpCode, closing: closing,
    ]

    static func reporting(_ id: UniqueID) -> String { report + "?\(FormNames.document)=\(id.text)" }
    static func reporting(_ handle: Handle, at moment: Instant? = nil) -> String {
        report + "?\(FormNames.professional)=\(handle.text)"
            + (moment.map { "&\(FormNames.moment)=\($0.milliseconds)" } ?? "")
    }
    static func document(_ id: UniqueID) -> String { "\(documents)/\(id.text)" }
    static func content(_ id: UniqueID) -> String { document(id) + "/contenu" }
    static func readable(_ id: UniqueID) -> String { document(id) + "/lecture" }
    static func original(_ id: UniqueID) -> String { document(id) + "/original" }
    static func mask(_ id: UniqueID) -> String { document(id) + "/masquer" }
    static func unmask(_ id: UniqueID) -> String { document(id) + "/rendre-visible" }
    static func rectification(_ id: UniqueID) -> String { document(id) + "/rectifier" }
    static func pin(_ id: UniqueID) -> String { document(id) + "/epingler" }
    static func filing(_ id: UniqueID) -> String { document(id) + "/classeurs" }
    static func folder(_ id: UniqueID) -> String { "\(folders)/\(id.text)" }
    static func folderRemoval(_ id: UniqueID) -> String { folder(id) + "/supprimer" }
    static func documents(in folder: UniqueID) -> String { "\(documents)?\(FormNames.folder)=\(folder.text)" }
    static func rename(_ id: UniqueID) -> String { document(id) + "/renommer" }
    static func sending(_ id: UniqueID) -> String { document(id) + "/envoyer" }
    static func sendingConfirmed(_ id: UniqueID) -> String { sending(id) + "/confirmer" }
    static func delete(_ id: UniqueID) -> String { document(id) + "/supprimer" }
    static func professional(_ handle: Handle) -> String { "\(professionals)/\(handle.text)" }
    static func choice(_ choice: ProfessionalChoice, _ handle: Handle) -> String {
        "\(professional(handle))/\(choice.rawValue)"
    }
}

/// What a holder can decide about a professional; the raw value is the path's last part.
enum ProfessionalChoice: String, CaseIterable, Sendable {
    case authorise = "autoriser"
    case revoke = "retirer"
    case block = "bloquer"
    case unblock = "debloquer"
    case nameTreating = "medecin-traitant"
    case endTreating = "plus-medecin-traitant"
    case nameAdministrator = "administrateur"
    case endAdministrator = "plus-administrateur"
}
