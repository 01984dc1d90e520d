/// The words of buttons and menus, which letters and help quote exactly (identity-and-experience § 7.3).
public enum ActionText: CatalogueText {
    /// Opens a record with the first postal code.
    case openRecord
    /// Activates Internet access with the second postal code.
    case activateAccess
    /// Objects to a record that would open by itself.
    case objectToOpening
    /// Activates a record that was opened without a secret code.
    case activateOpened
    /// Answers an invitation to act for a holder.
    case actForSomebody
    /// Starts a session.
    case signIn
    /// Ends a session.
    case signOut
    /// Gives leave to read.
    case authorise
    /// Takes leave back.
    case revoke
    /// Blocks somebody.
    case block
    /// Unblocks somebody.
    case unblock
    /// Hides a document from professionals.
    case mask
    /// Shows a document to professionals again.
    case unmask
    /// Reads a document.
    case read
    /// Adds a document.
    case add
    /// Puts a document aside.
    case archive
    /// Brings a document back.
    case restore
    /// Deletes.
    case delete
    /// Reports an access.
    case report
    /// Downloads a copy.
    case download
    /// Closes the record.
    case closeRecord
    /// Goes on.
    case next
    /// Goes back.
    case back
    /// Gives up.
    case cancel
    /// Confirms.
    case confirm
    /// Keeps the session.
    case stay

    /// In both languages.
    public var phrase: Phrase {
        switch self {
        case .openRecord: Phrase("Ouvrir mon dossier", "Open my record")
        case .activateAccess: Phrase("Activer mon accès", "Activate my access")
        case .objectToOpening: ObjectionText.title.phrase
        case .activateOpened: FirstAccessText.title.phrase
        case .actForSomebody: FamilyText.newAccount.phrase
        case .signIn: Phrase("Me connecter", "Sign in")
        case .signOut: Phrase("Me déconnecter", "Sign out")
        case .authorise: Phrase("Autoriser", "Authorise")
        case .revoke: Phrase("Retirer l'autorisation", "Withdraw authorisation")
        case .block: Phrase("Bloquer ce professionnel", "Block this professional")
        case .unblock: Phrase("Débloquer ce professionnel", "Unblock this professional")
        case .mask: Phrase("Masquer aux professionnels", "Hide from professionals")
        case .unmask: Phrase("Rendre visible aux professionnels", "Show to professionals")
        case .read: Phrase("Lire le document", "Read the document")
        case .add: Phrase("Ajouter un document", "Add a document")
        case .archive: Phrase("Archiver", "Archive")
        case .restore: Phrase("Sortir des archives", "Take out of the archive")
        case .delete: Phrase("Supprimer", "Delete")
        case .report: Phrase("Signaler cet accès", "Report this access")
        case .download: Phrase("Télécharger", "Download")
        case .closeRecord: Phrase("Fermer mon dossier", "Close my record")
        case .next: Phrase("Continuer", "Continue")
        case .back: Phrase("Retour", "Back")
        case .cancel: Phrase("Annuler", "Cancel")
        case .confirm: Phrase("Confirmer", "Confirm")
        case .stay: Phrase("Rester connecté", "Stay signed in")
        }
    }
}
